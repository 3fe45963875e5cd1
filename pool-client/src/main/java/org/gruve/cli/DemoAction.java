package org.gruve.cli;

import java.time.Duration;
import java.util.List;
import org.gruve.pool.PoolSettings;
import org.gruve.practice.PracticeChain;

/** The demonstration: five parts, each of which must really succeed. Touches no file. */
final class DemoAction {
  private static final int BLOCKS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Terminal terminal;
  private final DemoRequest request;

  DemoAction(Terminal terminal, DemoRequest request) {
    this.terminal = terminal;
    this.request = request;
  }

  /** Returns the exit code. */
  ExitCode run(boolean plain) {
    try (Session session = new Session(terminal, plain, request.json())) {
      Fleet fleet = devices(session);
      Rediscovery found = Rediscovery.of(KnownBlock.RECENT, fleet, session);
      session.tell("main", found.shown());
      RunResult mined = practise(session, fleet, found.rate());
      session.tell("main", OddsShow.of(KnownBlock.RECENT, found.rate()));
      session.tell(NetworkName.PRACTICE, mined.summary());
      return fleet.leftOut() > 0 ? ExitCode.SELF_TEST : verdict(session, mined);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.ABORTED;
    }
  }

  private Fleet devices(Session session) {
    session.note(NetworkName.NONE, "demo", "1/5 testing your devices");
    Fleet fleet =
        Fleet.open(
            DeviceSelection.of(request.devices()),
            request.devices().threads(),
            text -> session.note(NetworkName.NONE, "demo", text));
    Fleet warm = fleet.testedWarm();
    for (TestedDevice one : warm.tested()) {
      String rate = Figures.rate(one.test().hashrate());
      List<String> line = List.of(one.device().info().id() + " does " + rate + " once it is warm");
      session.tell(NetworkName.NONE, new RunEvent.Shown("device", line, fields(one)));
    }
    return warm;
  }

  private RunResult practise(Session session, Fleet fleet, double rate) {
    try (PracticeHost host =
        PracticeHost.serve(
            PracticeChain.temporary(),
            PracticeHost.loopback(),
            new PracticeRemarks(session.inbox()))) {
      session.note(
          NetworkName.PRACTICE,
          "demo",
          "3/5 mining " + BLOCKS + " blocks on a practice network, over real Stratum");
      PoolSettings settings =
          new PoolSettings(
              List.of(host.account("demo")), Version.userAgent(), null, false, rate, 0);
      Rig rig = new PoolRig(fleet, settings, NetworkName.PRACTICE, session.inbox());
      Goal goal = new Goal(PATIENCE, BLOCKS);
      RunResult result =
          MiningRun.run(rig, session.inbox(), goal, session.clock(), session.report());
      if (result.summary().totals().blocks() >= BLOCKS) {
        session.tell(NetworkName.PRACTICE, TamperShow.of(host.blocks(), rate));
      }
      return result;
    }
  }

  private static ExitCode verdict(Session session, RunResult mined) {
    if (session.inbox().isStopping()) {
      return ExitCode.ABORTED;
    }
    boolean good =
        mined.summary().totals().blocks() >= BLOCKS && mined.summary().speed().errors() == 0;
    return good || mined.exit() != ExitCode.OK ? mined.exit() : ExitCode.OTHER;
  }

  private static JsonObject fields(TestedDevice one) {
    return new JsonObject()
        .put("id", one.device().info().id())
        .put("backend", one.device().info().backend())
        .put("name", one.device().info().name())
        .put("kernel", one.device().info().kernel())
        .put("self_test", "passed")
        .put("cases", one.test().cases())
        .put("hashrate_hs", one.test().hashrate());
  }
}
