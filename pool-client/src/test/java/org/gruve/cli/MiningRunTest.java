package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.gruve.core.block.Target;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.kernels.telemetry.Quantity;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Spent;
import org.gruve.pool.PoolEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class MiningRunTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
  private static final Target EASY = new Target(Target.MAX.value().shiftRight(8));

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();
  private final Inbox inbox = new Inbox();

  @Test
  void printsTheLinesThatMinersKnow() {
    Job job = Samples.job("4f", Samples.HARD, 0x1d00ffff);
    Share share = Samples.share(job, 7);
    pool(new PoolEvent.NewJob(Samples.POOL, job));
    end(share, ShareResult.Outcome.ACCEPTED, "");
    end(share, ShareResult.Outcome.REJECTED, "low difficulty share");
    end(share, ShareResult.Outcome.STALE, "Job not found");
    inbox.stop();
    assertThat(run("unknown").exit()).isEqualTo(ExitCode.OK);
    assertThat(lines())
        .startsWith(
            "[2026-11-22 12:00:00.123]  miner    mining on cpu, 43.1 MH/s in the self-test; the"
                + " speed once warm follows",
            "[2026-11-22 12:00:00.123]  net      new job 4f from pool.test:3333 diff 65.5K height"
                + " 1000000, a share in about 76 days, one block in about 1.7 min on this network",
            "[2026-11-22 12:00:00.123]  miner    warning a share for pool.test:3333 takes about 76"
                + " days at your rate; ask for less with --suggest-diff 0.0401, or where the pool"
                + " reads passwords with -p d=0.0401 or -p d=auto, or mine where small miners are"
                + " welcome",
            "[2026-11-22 12:00:00.123]  cpu      accepted (1/0) diff 65.5K (42 ms)",
            "[2026-11-22 12:00:00.123]  cpu      rejected (1/1) diff 65.5K \"low difficulty share\""
                + " (42 ms)",
            "[2026-11-22 12:00:00.123]  cpu      rejected (1/2) diff 65.5K \"Job not found\" stale"
                + " (42 ms)",
            "[2026-11-22 12:00:00.123]  miner    speed 10s/60s/15m 43.1 42.9 n/a MH/s max 43.1"
                + " MH/s");
  }

  @Test
  void saysPracticeOnEveryLineOfThePracticeNetwork() {
    pool(new PoolEvent.NewJob(Samples.POOL, Samples.job("1", EASY, 0x207fffff)));
    inbox.stop();
    run("practice");
    assertThat(lines()).isNotEmpty().allMatch(line -> line.contains("practice"));
  }

  @Test
  void tellsCalmlyOfAShareThatWasNeverSent() {
    Job job = Samples.job("4f", Samples.HARD, 0x1d00ffff);
    ShareResult unsent =
        new ShareResult(Samples.share(job, 7), ShareResult.Outcome.STALE, "not sent: late", 0);
    pool(new PoolEvent.ShareEnded(Samples.POOL, unsent));
    inbox.stop();
    assertThat(run("unknown").summary().totals().stale()).isEqualTo(1);
    assertThat(lines())
        .anyMatch(line -> line.endsWith("cpu      stale (0/1) diff 65.5K not sent: late"));
  }

  @Test
  void tellsThePoolClientTheMeasuredRate() {
    FakeRig rig = new FakeRig("practice", () -> {});
    RunClock clock = new RunClock(() -> 0, InstantSource.fixed(NOON));
    Narrator narrator = new Narrator(rig, clock, (at, network, event) -> {});
    narrator.rates(10_000_000_000L);
    assertThat(rig.measured).isEqualTo(42.9e6);
  }

  @Test
  void saysWhenNobodyReadsItsJson() {
    PrintStream closed = new PrintStream(OutputStream.nullOutputStream());
    closed.close();
    AtomicLong losses = new AtomicLong();
    new JsonReport(closed, losses::incrementAndGet)
        .tell(NOON, "practice", RunEvent.Summary.ofNothing());
    assertThat(losses).hasValue(1);
  }

  @Test
  void paintsNothingWithoutColours() {
    inbox.stop();
    run("practice");
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
  }

  @Test
  void jsonLetsAnyoneHashAgainWhatItClaims() throws Exception {
    Job job = Samples.job("1", EASY, 0x207fffff);
    Share share = Samples.minedShare(job);
    pool(new PoolEvent.NewJob(Samples.POOL, job));
    end(share, ShareResult.Outcome.ACCEPTED, "");
    inbox.stop();
    run("unknown");
    JsonNode told = objects("share").getFirst();
    assertThat(told.get("status").asString()).isEqualTo("accepted");
    assertThat(told.get("reason").isNull()).isTrue();
    assertThat(told.get("device").asString()).isEqualTo("cpu");
    assertThat(told.get("latency_ms").asDouble()).isEqualTo(42);
    byte[] header = HexFormat.of().parseHex(told.get("header").asString());
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] hash = sha256.digest(sha256.digest(header));
    BigInteger number = new BigInteger(HexFormat.of().formatHex(reversed(hash)), 16);
    assertThat(header).hasSize(80);
    assertThat(number).isLessThanOrEqualTo(new BigInteger(told.get("target").asString(), 16));
  }

  @Test
  void everyJsonObjectHasTypeTimeAndNetworkAndTheSummaryIsLast() {
    Job job = Samples.job("1", EASY, 0x207fffff);
    pool(new PoolEvent.NewJob(Samples.POOL, job));
    end(Samples.minedShare(job), ShareResult.Outcome.ACCEPTED, "");
    inbox.stop();
    run("unknown");
    List<JsonNode> all = objects();
    assertThat(all)
        .allMatch(one -> one.get("ts").asString().equals("2026-11-22T12:00:00.123Z"))
        .allMatch(one -> one.hasNonNull("network"));
    assertThat(all.stream().map(one -> one.get("type").asString()))
        .containsExactly("started", "job", "share", "block", "hashrate", "summary");
    assertThat(all.getLast().propertyNames())
        .containsExactly(
            "type",
            "ts",
            "schema",
            "network",
            "seconds",
            "hashes",
            "hashrate_hs",
            "effective_hashrate_hs",
            "shares",
            "blocks_found",
            "device_errors");
    assertThat(all.getLast().get("network").asString()).isEqualTo("regtest");
    assertThat(all.getLast().get("blocks_found").asInt()).isEqualTo(1);
    assertThat(json.toString(StandardCharsets.UTF_8)).doesNotContain("NaN").endsWith("}\n");
  }

  @Test
  void doesNotGuessTheNetworkOfAPool() {
    pool(new PoolEvent.NewJob(Samples.POOL, Samples.job("1", EASY, 0x17028c61)));
    inbox.stop();
    assertThat(run("unknown").network()).isEqualTo("unknown");
  }

  @Test
  void endsWithFiveWhenThePoolsAreGivenUp() {
    pool(new PoolEvent.GaveUp("127.0.0.1:1 refuses connections"));
    assertThat(run("unknown").exit()).isEqualTo(ExitCode.POOL);
    JsonNode error = objects("error").getFirst().get("error");
    assertThat(error.get("code").asString()).isEqualTo("pool");
    assertThat(error.get("message").asString()).contains("refuses connections");
    assertThat(objects().getLast().get("type").asString()).isEqualTo("summary");
  }

  @Test
  void endsWithSixWhenTheLastDeviceFails() {
    inbox.deviceFailed(Samples.CPU, new DeviceException("the driver is gone"));
    assertThat(run("unknown").exit()).isEqualTo(ExitCode.SELF_TEST);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("cpu failed: the driver is gone");
  }

  @Test
  void whatADeviceRemarksIsANoteAndNoError() {
    inbox.remark(Samples.CPU, "tuned: keeps the kernel plain");
    inbox.stop();
    assertThat(run("unknown").exit()).isEqualTo(ExitCode.OK);
    assertThat(lines())
        .anyMatch(line -> line.endsWith("miner    cpu: tuned: keeps the kernel plain"));
    assertThat(objects("error")).isEmpty();
  }

  @Test
  void countsSharesThatAreAnsweredWhileItStops() {
    Job job = Samples.job("1", EASY, 0x1d00ffff);
    inbox.stop();
    FakeRig rig =
        new FakeRig("unknown", () -> end(Samples.share(job, 1), ShareResult.Outcome.ACCEPTED, ""));
    RunResult result = run(rig, new Goal(null, 0));
    assertThat(result.summary().totals().accepted()).isEqualTo(1);
    assertThat(rig.starts).isEqualTo(1);
    assertThat(rig.stops).isEqualTo(1);
  }

  @Test
  void endsAfterEnoughBlocks() {
    Job job = Samples.job("1", EASY, 0x207fffff);
    end(Samples.minedShare(job), ShareResult.Outcome.ACCEPTED, "");
    RunResult result = run(new FakeRig("practice", () -> {}), new Goal(Duration.ofDays(1), 1));
    assertThat(result.exit()).isEqualTo(ExitCode.OK);
    assertThat(result.summary().totals().blocks()).isEqualTo(1);
  }

  @Test
  void printsFewOfAStormOfJobs() {
    for (int i = 0; i < 1000; i++) {
      pool(new PoolEvent.NewJob(Samples.POOL, Samples.job("j" + i, EASY, 0x1d00ffff)));
    }
    inbox.stop();
    run("unknown");
    assertThat(lines()).filteredOn(line -> line.contains("new job")).hasSize(3);
    assertThat(objects("job")).hasSize(1000);
  }

  @Test
  void tellsWhenADeviceIsPausedAndResumes() {
    TemperatureLimit limit = new TemperatureLimit(90, 80);
    inbox.rested(Samples.CPU, OptionalDouble.of(91), limit);
    inbox.resumed(Samples.CPU, 79.5);
    inbox.rested(Samples.CPU, OptionalDouble.empty(), limit);
    inbox.stop();
    run("unknown");
    assertThat(lines())
        .anyMatch(line -> line.endsWith("cpu paused at 91 °C, resumes at 80 °C"))
        .anyMatch(line -> line.endsWith("cpu resumed at 80 °C"))
        .anyMatch(line -> line.contains("cpu paused, since its temperature cannot be read"));
    JsonNode paused = objects("pause").getFirst();
    assertThat(paused.get("device").asString()).isEqualTo("cpu");
    assertThat(paused.get("temperature_c").asDouble()).isEqualTo(91);
    assertThat(paused.get("resume_c").asInt()).isEqualTo(80);
    assertThat(objects("pause").getLast().has("temperature_c")).isFalse();
    assertThat(objects("resume")).hasSize(1);
  }

  @Test
  void tellsTheEnergyOfAHashWhereItIsKnown() {
    Spent spent = new Spent(600, 2, 20_000_000_000L);
    Readings warm = new Readings(Map.of(Quantity.TEMPERATURE_C, 61.0), List.of(), Optional.empty());
    FakeRig rig = new FakeRig("unknown", () -> {});
    rig.hardware = new Hardware(Map.of("cpu", new Gauge(warm, spent, spent, false)));
    inbox.stop();
    run(rig, new Goal(null, 0));
    assertThat(lines())
        .anyMatch(line -> line.contains("cpu 61 °C, fan — %, — MHz, 300 W, 30.0 J/GH"))
        .anyMatch(line -> line.contains("average") && line.endsWith(", 30.0 J/GH"));
    JsonNode device = objects("hashrate").getFirst().get("devices").get(0);
    assertThat(device.get("temperature_c").asDouble()).isEqualTo(61);
    assertThat(device.get("power_w").asDouble()).isEqualTo(300);
    assertThat(device.has("fan_percent")).isFalse();
    assertThat(objects().getLast().get("energy_j").asDouble()).isEqualTo(600);
    assertThat(objects().getLast().get("joules_per_gigahash").asDouble()).isEqualTo(30);
  }

  @Test
  void theStatusLineEndsInDashesWhereNothingIsKnown() {
    FakeRig rig = new FakeRig("unknown", () -> {});
    List<String> status = new ArrayList<>();
    RunClock clock = new RunClock(() -> 0, InstantSource.fixed(NOON));
    Report report =
        (at, network, event) -> {
          if (event instanceof RunEvent.Pulse pulse) {
            status.add(LogTexts.status(network, pulse));
          }
        };
    new Narrator(rig, clock, report).pulse(1_000_000_000);
    assertThat(status.getFirst()).endsWith("unknown  — °C  — W  — J/GH");
  }

  private void pool(PoolEvent event) {
    inbox.on(event);
  }

  private void end(Share share, ShareResult.Outcome outcome, String reason) {
    pool(new PoolEvent.ShareEnded(Samples.POOL, Samples.result(share, outcome, reason)));
  }

  private RunResult run(String network) {
    return run(new FakeRig(network, () -> {}), new Goal(null, 0));
  }

  private RunResult run(Rig rig, Goal goal) {
    PrintStream err = new PrintStream(log, true, StandardCharsets.UTF_8);
    StatusLine status = new StatusLine(err, false, () -> 80);
    LogLines lines = new LogLines(err, new Style(false), status, ZoneOffset.UTC);
    Report report =
        Report.all(
            List.of(
                new LogReport(lines),
                new JsonReport(new PrintStream(json, true, StandardCharsets.UTF_8), () -> {})));
    RunClock clock = new RunClock(() -> 0, InstantSource.fixed(NOON));
    RunResult result = MiningRun.run(rig, inbox, goal, clock, report);
    report.tell(NOON, result.network(), result.summary());
    return result;
  }

  private List<String> lines() {
    return log.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private List<JsonNode> objects() {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> objects = new ArrayList<>();
    json.toString(StandardCharsets.UTF_8).lines().forEach(x -> objects.add(mapper.readTree(x)));
    return objects;
  }

  private List<JsonNode> objects(String type) {
    return objects().stream().filter(one -> one.get("type").asString().equals(type)).toList();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      out[i] = bytes[bytes.length - 1 - i];
    }
    return out;
  }
}
