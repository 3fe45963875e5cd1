package org.gruve.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.block.CompactBits;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.mine.EffectiveRate;
import org.gruve.core.mine.Ledger;
import org.gruve.core.mine.Odds;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;
import org.gruve.pool.Account;
import org.gruve.pool.PoolEvent;
import org.jspecify.annotations.Nullable;

/** Keeps the account of a run and tells what happens in it. Confined to the main thread. */
final class Narrator {
  private static final String UNSTABLE =
      "unstable clock or memory: lower the overclock or the power limit, or check the cooling";

  /** What to do about a device that failed. */
  static final String LOST = "check its power, cables, clocks and driver, or leave it out with -d";

  private final Rig rig;
  private final RunClock clock;
  private final Report report;
  private final Ledger ledger = new Ledger();
  private final PoolTexts texts = new PoolTexts();
  private final Map<Account, String> chains = new HashMap<>();
  private String network;
  private @Nullable Job job;
  private double max = Double.NaN;
  private final SlowShares slowShares = new SlowShares();
  private final WrongHits wrongHits = new WrongHits();
  private int lost;
  private boolean stopped;
  private boolean stopping;
  private ExitCode exit = ExitCode.OK;

  Narrator(Rig rig, RunClock clock, Report report) {
    this.rig = rig;
    this.clock = clock;
    this.report = report;
    this.network = rig.network();
  }

  void started() {
    tell(new RunEvent.Started(rig.devices(), rig.pools(), rig.hashrate()));
  }

  /** Whether the user, the pools or the devices have ended the run. */
  boolean isOver() {
    return stopped || exit != ExitCode.OK;
  }

  long blocks() {
    return ledger.totals().blocks();
  }

  void on(Input input) {
    switch (input) {
      case Input.FromPool from -> on(from.event());
      case Input.WrongHit hit ->
          wrongHits
              .first(hit.device(), clock.nanos())
              .ifPresent(text -> trouble("device", text, UNSTABLE));
      case Input.DeviceRemark remark ->
          tell(new RunEvent.Note("miner", remark.device().id() + ": " + remark.sentence()));
      case Input.DeviceLost device -> lose(device);
      case Input.Rested rested ->
          tell(new RunEvent.Paused(rested.device(), rested.temperature(), rested.limit()));
      case Input.Resumed resumed ->
          tell(new RunEvent.Resumed(resumed.device(), resumed.temperature()));
      case Input.Remark remark -> tell(new RunEvent.Note(remark.tag(), remark.text()));
      case Input.Stop stop -> stopped = true;
    }
  }

  /** Once a second. */
  void pulse(long elapsedNanos) {
    Speed speed = speed(elapsedNanos);
    tell(new RunEvent.Pulse(speed, ledger.totals()));
    wrongHits
        .due(speed.devices(), clock.nanos())
        .forEach(text -> trouble("device", text, UNSTABLE));
  }

  /** From here on the run is over: a device that does not end in time changes no exit code. */
  void stopping() {
    stopping = true;
  }

  /** Ends the run because a device failed. */
  void giveUp() {
    if (exit == ExitCode.OK) {
      exit = ExitCode.SELF_TEST;
      tell(new RunEvent.Note("miner", "stopping, as --on-dead-device exit asks for"));
    }
  }

  /** Every ten seconds. */
  void rates(long elapsedNanos) {
    Speed speed = speed(elapsedNanos);
    if (speed.minute() > 0) {
      rig.measured(speed.minute());
    }
    tell(new RunEvent.Rates(speed, blockSeconds()));
  }

  RunResult ended(long elapsedNanos) {
    Speed speed = speed(elapsedNanos);
    tell(new RunEvent.Rates(speed, blockSeconds()));
    tell(new RunEvent.Done(speed, ledger.totals()));
    return new RunResult(exit, network, new RunEvent.Summary(speed, ledger.totals()));
  }

  private void on(PoolEvent event) {
    switch (event) {
      case PoolEvent.NewJob came -> begin(came);
      case PoolEvent.ShareEnded ended -> end(ended.result());
      case PoolEvent.GaveUp gaveUp -> {
        exit = ExitCode.POOL;
        trouble("pool", gaveUp.reason(), "");
      }
      case PoolEvent.Turned turned ->
          tell(new RunEvent.Turned(turned.account().name(), turned.why()));
      case PoolEvent.Lost lost ->
          tell(
              new RunEvent.Lost(
                  lost.account().name(), lost.reason(), lost.retryIn().toMillis() / 1e3));
      case PoolEvent.Chain chain -> {
        chains.put(chain.account(), chain.network());
        network = chain.network();
      }
      case PoolEvent.BlockDelivered block ->
          tell(
              new RunEvent.BlockDelivered(
                  block.account().name(),
                  block.hash(),
                  block.height(),
                  block.accepted(),
                  block.words()));
      default -> texts.of(event).ifPresent(text -> tell(new RunEvent.Note("net", text)));
    }
  }

  private void begin(PoolEvent.NewJob came) {
    job = came.job();
    String known = chains.getOrDefault(came.account(), rig.network());
    network = NetworkName.of(known, came.job());
    double rate = rate();
    tell(
        new RunEvent.JobCame(
            came.account().name(),
            came.job(),
            JobHeight.of(came.job()),
            Odds.meanSeconds(came.job().shareTarget(), rate),
            blockSeconds()));
    slowShares.warning(came, rate).ifPresent(this::tell);
  }

  private void end(ShareResult result) {
    long before = blocks();
    ledger.record(result);
    tell(new RunEvent.ShareEnded(result, ledger.totals()));
    if (blocks() > before) {
      tell(new RunEvent.BlockFound(result.share(), JobHeight.of(result.share().job())));
    }
  }

  private void lose(Input.DeviceLost device) {
    trouble("device", device.device().id() + " failed: " + device.reason(), LOST);
    if (++lost == rig.devices().size() && !stopping) {
      exit = ExitCode.SELF_TEST;
      trouble("no_device", "no device is left to mine with", "run gruve devices");
    }
  }

  private Speed speed(long elapsedNanos) {
    List<DeviceMeter> meters = rig.meters();
    double seconds = elapsedNanos / 1e9;
    EffectiveRate effective = EffectiveRate.of(ledger.totals().proof(), seconds);
    Speed lately = new Speed(meters, rig.hardware(), max, effective, seconds);
    double now = lately.tenSeconds();
    max = now > max || Double.isNaN(max) ? now : max;
    return new Speed(meters, lately.hardware(), max, effective, seconds);
  }

  /** The best that is known of our rate: measured, or else from the self-tests. */
  private double rate() {
    double measured = rig.meters().stream().mapToDouble(DeviceMeter::rate10s).sum();
    return measured > 0 ? measured : rig.hashrate();
  }

  private double blockSeconds() {
    Job current = job;
    return current == null
        ? Double.NaN
        : CompactBits.target(current.header().nbits())
            .map(target -> Odds.meanSeconds(target, rate()))
            .orElse(Double.NaN);
  }

  private void trouble(String code, String message, String hint) {
    tell(new RunEvent.Trouble(code, message, hint));
  }

  private void tell(RunEvent event) {
    report.tell(clock.now(), network, event);
  }
}
