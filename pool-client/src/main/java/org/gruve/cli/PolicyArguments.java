package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gruve.pool.Strategy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How several places are used. */
final class PolicyArguments {
  @Option(
      names = "--strategy",
      paramLabel = "failover|quota",
      description =
          "Mine for the first place that works, or for all at the same time by their --quota"
              + " [failover].")
  private String strategy = "failover";

  @Option(
      names = "--allow-reconnect",
      paramLabel = "HOST",
      split = ",",
      description =
          "A host beside its own that a pool may send us to; .SUFFIX stands for all below it"
              + " [none].")
  private List<String> hosts = new ArrayList<>();

  @Mixin private final PayoutArguments payout = new PayoutArguments();

  PoolPolicy policy(List<Place> places) {
    hosts.forEach(PolicyArguments::requireHost);
    return new PoolPolicy(strategy(), lower(hosts), payout.check(places));
  }

  Strategy strategy() {
    return switch (strategy) {
      case "failover" -> Strategy.FAILOVER;
      case "quota" -> Strategy.QUOTA;
      default ->
          throw new Failure(
              ExitCode.USAGE, "--strategy is failover or quota, not '" + strategy + "'");
    };
  }

  private static void requireHost(String host) {
    if (!host.matches("\\.?[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})|[0-9A-Fa-f]*(:[0-9A-Fa-f]*){2,7}")) {
      throw new Failure(
          ExitCode.USAGE,
          "--allow-reconnect needs a host, or .SUFFIX for all hosts below it, without a port, not '"
              + host
              + "'");
    }
  }

  private static List<String> lower(List<String> hosts) {
    return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }
}
