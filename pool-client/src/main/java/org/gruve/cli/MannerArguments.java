package org.gruve.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gruve.cli.ValidateRequest.Manner;
import org.gruve.core.check.Network;
import picocli.CommandLine.Option;

/** What all commands of {@code gruve validate} have in common. */
final class MannerArguments {
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description = "main, testnet3, testnet4, signet, regtest or practice [main].")
  private String network = "main";

  @Option(
      names = {"-t", "--threads"},
      paramLabel = "N",
      description = "CPU threads [one per core].")
  private String threads = "";

  @Option(names = "--json", description = "Print one JSON object on stdout.")
  private boolean json;

  Manner manner() {
    int count =
        threads.isEmpty()
            ? Runtime.getRuntime().availableProcessors()
            : OptionText.wholeNumber("--threads", threads, 1, MOST_THREADS);
    return new Manner(network(), json, count);
  }

  private Network network() {
    return Arrays.stream(Network.values())
        .filter(one -> one.id().equals(network))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.USAGE,
                    "--network is "
                        + Arrays.stream(Network.values())
                            .map(Network::id)
                            .collect(Collectors.joining(" or "))
                        + ", not '"
                        + network
                        + "'"));
  }
}
