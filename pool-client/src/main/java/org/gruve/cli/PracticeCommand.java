package org.gruve.cli;

import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads {@code gruve practice}. */
@Command(
    name = "practice",
    description =
        "Runs the practice pool for any Stratum V1 miner, until Ctrl-C. Its chain is the same as"
            + " that of mine --practice.")
final class PracticeCommand implements Callable<Integer> {
  private static final Pattern HOST_PORT = Pattern.compile("(\\[[^\\]]+]|[^:]+):(\\d{1,5})");

  private final ToIntFunction<PracticeRequest> serve;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Where to listen [127.0.0.1:3333]; port 0 for any. 0.0.0.0 lets other machines in.")
  private String listen = "127.0.0.1:3333";

  PracticeCommand(ToIntFunction<PracticeRequest> serve) {
    this.serve = serve;
  }

  @Override
  public Integer call() {
    return serve.applyAsInt(new PracticeRequest(address(listen)));
  }

  static InetSocketAddress address(String text) {
    Matcher form = HOST_PORT.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(2)) > 0xffff) {
      throw new Failure(
          ExitCode.USAGE, "--listen needs HOST:PORT such as 127.0.0.1:3333, not '" + text + "'");
    }
    InetSocketAddress address =
        new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2)));
    if (address.isUnresolved()) {
      throw new Failure(ExitCode.USAGE, "--listen names an unknown host, '" + form.group(1) + "'");
    }
    return address;
  }
}
