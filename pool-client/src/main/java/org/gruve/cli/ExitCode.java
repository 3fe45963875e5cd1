package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the program ends, for scripts. The launcher adds 78, no suitable JDK. */
enum ExitCode {
  OK(0, "it worked, or was stopped by a time limit or the first Ctrl-C"),
  OTHER(1, "something else failed: unwritable data, an internal error"),
  USAGE(2, "the command line is wrong"),
  INVALID(3, "what was checked is invalid"),
  NO_DEVICE(4, "no device can be used, or none matches"),
  POOL(5, "the pool cannot be reached or refuses us"),
  SELF_TEST(6, "every device failed (in demo, benchmark, --on-dead-device exit: any)"),
  INCOMPLETE(7, "nothing checked is broken, but not all could be checked"),
  ABORTED(130, "the second Ctrl-C; in benchmark and validate the first");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Codes and meanings in order, for the help. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    for (ExitCode exit : values()) {
      if (exit == ABORTED) {
        list.put(" 78", "no JDK 25 or later was found (said by the launcher)");
      }
      list.put(" " + exit.code, exit.meaning);
    }
    return list;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }
}
