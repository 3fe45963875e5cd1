package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What {@code mine} printed of a run, beside what a {@link CountingPool} counted of it. */
record CountedRun(List<JsonNode> printed, ShareCount count) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Mines in this process; all shares that are sent must be right, and none of them lost. */
  static CountedRun mine(CountingPool pool, int seconds) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Map.of(),
            false);
    List<String> args =
        List.of(
            "mine", "-o", pool.url(), "-u", "x", "-d", "cpu", "--json", "--time-limit=" + seconds);
    assertThat(Gruve.run(terminal, new RealActions(terminal), args)).isZero();
    List<JsonNode> printed =
        out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    CountedRun run = new CountedRun(printed, pool.count());
    run.refuseLosses();
    return run;
  }

  private void refuseLosses() {
    JsonNode shares = summary().get("shares");
    assertThat(count.faults()).isEmpty();
    assertThat(ofType("job"))
        .extracting(job -> new BigInteger(job.get("target").asString(), 16))
        .containsExactly(count.job().target());
    assertThat(shares.get("rejected").asLong()).isZero();
    assertThat(shares.get("stale").asLong()).isZero();
    assertThat(shares.get("accepted").asLong()).isEqualTo(count.inTheLast(count.seconds()));
    assertThat(summary().get("device_errors").asLong()).isZero();
  }

  /** Shares that the client kept for itself, or that nobody answered. */
  long unsent() {
    return summary().get("shares").get("unanswered").asLong();
  }

  JsonNode summary() {
    return printed.getLast();
  }

  /** The last value of a rate that was printed on the way. */
  double lastRate(String name) {
    return ofType("hashrate").getLast().get(name).asDouble();
  }

  private List<JsonNode> ofType(String type) {
    return printed.stream().filter(one -> one.get("type").asString().equals(type)).toList();
  }

  /** How far the average of the run is off: counted less expected shares, in σ. */
  double sigmas() {
    return sigmas(summary().get("hashrate_hs").asDouble(), count.seconds());
  }

  /**
   * The same for another rate and the last seconds that it stands for. Shares are independent and
   * rare, so the variance of their number is its mean.
   */
  double sigmas(double rate, double seconds) {
    double expected = rate * seconds / count.job().hashesPerShare();
    return (count.inTheLast(seconds) - expected) / Math.sqrt(expected);
  }
}
