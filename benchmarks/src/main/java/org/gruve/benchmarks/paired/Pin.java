package org.gruve.benchmarks.paired;

import java.util.List;

/** The words before a command that keep it on one processor; none where nothing can. */
record Pin(List<String> prefix) {
  static final Pin NONE = new Pin(List.of());

  /** Linux only: elsewhere a comparison runs unpinned, and says so. */
  static Pin to(int processor) {
    return Program.exists("taskset")
        ? new Pin(List.of("taskset", "-c", Integer.toString(processor)))
        : NONE;
  }
}
