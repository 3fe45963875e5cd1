package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.DeviceOffer;
import org.gruve.pool.PoolSettings;
import org.gruve.practice.PracticeChain;

/** The demonstration: five parts, each of which must really succeed. Touches no file. */
final class DemoAction {
  private final Terminal terminal;
  private final DemoRequest request;
  private final DemoSize size;
  private final Function<DeviceChoice, List<DeviceOffer>> selection;
  private final MinerSettings mining;

  DemoAction(Terminal terminal, DemoRequest request, DemoSize size) {
    this(terminal, request, size, DeviceSelection::of, MinerSettings.standard());
  }

  /** Takes devices and deadlines from a test. */
  DemoAction(
      Terminal terminal,
      DemoRequest request,
      DemoSize size,
      Function<DeviceChoice, List<DeviceOffer>> selection,
      MinerSettings mining) {
    this.terminal = terminal;
    this.request = request;
    this.size = size;
    this.selection = selection;
    this.mining = mining;
  }

  /** Returns the exit code. */
  ExitCode run(boolean plain) {
    try (Session session = new Session(terminal, plain, request.json())) {
      RunResult result = show(session);
      if (session.inbox().isStopping()) {
        session.note(NetworkName.NONE, "demo", "stopped before its end");
      }
      session.tell(result.network(), result.summary());
      return session.exit(result.exit());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.ABORTED;
    }
  }

  private RunResult show(Session session) throws InterruptedException {
    Optional<Fleet> tested = devices(session);
    if (tested.isEmpty()) {
      return nothing();
    }
    Optional<Rediscovery> found =
        new BlockSearch(KnownBlock.RECENT, mining, session, size.searchSeconds())
            .with(tested.get());
    if (found.isEmpty()) {
      return nothing();
    }
    Fleet fleet = found.get().fleet();
    session.tell("main", found.get().shown());
    RunResult mined = practise(session, fleet, found.get().rate());
    if (!session.inbox().isStopping()) {
      session.tell("main", OddsShow.of(KnownBlock.RECENT, found.get().rate()));
    }
    boolean lacking = mined.exit() == ExitCode.OK && fleet.leftOut() > 0;
    return lacking ? mined.endingWith(ExitCode.SELF_TEST) : mined;
  }

  private static RunResult nothing() {
    return new RunResult(ExitCode.OK, NetworkName.NONE, RunEvent.Summary.ofNothing());
  }

  /** Empty where the user stops it before. */
  private Optional<Fleet> devices(Session session) {
    try {
      return Optional.of(tested(session));
    } catch (Failure e) {
      if (e.exit() != ExitCode.ABORTED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Fleet tested(Session session) {
    session.note(NetworkName.NONE, "demo", "1/5 testing your devices");
    Consumer<String> remarks = text -> session.note(NetworkName.NONE, "demo", text);
    BooleanSupplier stopping = session.inbox()::isStopping;
    Fleet warm =
        Fleet.open(
                selection.apply(request.devices()),
                request.devices().opening(terminal),
                remarks,
                stopping)
            .testedWarm(remarks, stopping);
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
          "3/5 mining " + size.blocks() + " blocks on a practice network, over real Stratum");
      PoolSettings settings =
          new PoolSettings(
              List.of(host.account("demo")), Version.userAgent(), null, false, rate, 0);
      Rig rig =
          new PoolRig(
              fleet, mining, Instruments.NONE, settings, NetworkName.PRACTICE, session.inbox());
      Goal goal = new Goal(size.patience(), size.blocks());
      RunResult result =
          MiningRun.run(rig, session.inbox(), goal, session.clock(), session.report());
      return verdict(session, result, host, rate);
    }
  }

  private RunResult verdict(Session session, RunResult result, PracticeHost host, double rate) {
    if (session.inbox().isStopping() || result.exit() != ExitCode.OK) {
      return result;
    }
    long blocks = result.summary().totals().blocks();
    if (blocks < size.blocks()) {
      String message = "only " + blocks + " of " + size.blocks() + " blocks were found in time";
      String hint = "run it again when the machine is less busy";
      session.tell(NetworkName.PRACTICE, new RunEvent.Trouble("demo", message, hint));
      return result.endingWith(ExitCode.OTHER);
    }
    session.tell(NetworkName.PRACTICE, TamperShow.of(host.blocks(), rate));
    return result.summary().speed().errors() == 0 ? result : result.endingWith(ExitCode.OTHER);
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
