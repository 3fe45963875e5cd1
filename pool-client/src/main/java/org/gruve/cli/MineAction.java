package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.DeviceOffer;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolSettings;

/** Mines as asked. The practice pool opens its chain while the devices are tested. */
final class MineAction {
  private final Terminal terminal;
  private final MineRequest request;
  private final Function<DeviceChoice, List<DeviceOffer>> selection;
  private final MinerSettings mining;

  MineAction(Terminal terminal, MineRequest request) {
    this(
        terminal,
        request,
        DeviceSelection::of,
        MinerSettings.standard().withBatch(request.pace().batch()).withRest(request.pace().rest()));
  }

  /** Takes devices and deadlines from a test. */
  MineAction(
      Terminal terminal,
      MineRequest request,
      Function<DeviceChoice, List<DeviceOffer>> selection,
      MinerSettings mining) {
    this.terminal = terminal;
    this.request = request;
    this.selection = selection;
    this.mining = mining;
  }

  /** Returns the exit code. */
  ExitCode run(boolean plain) {
    List<DeviceOffer> offers = selection.apply(request.devices());
    Instruments instruments =
        Instruments.of(
            offers.stream().map(DeviceOffer::info).toList(),
            request.temperatureLimit(),
            GuardedSensors.here(() -> false));
    try (Session session = new Session(terminal, plain, request.json());
        Background<Optional<PracticeHost>> host =
            Background.start("practice-start", () -> practiceHost(session), MineAction::close)) {
      String network = request.practice() ? NetworkName.PRACTICE : NetworkName.UNKNOWN;
      Optional<Fleet> tested = fleet(session, network, offers);
      if (tested.isEmpty()) {
        session.tell(network, RunEvent.Summary.ofNothing());
        return session.exit(ExitCode.OK);
      }
      Fleet fleet = tested.get();
      host.get()
          .map(one -> one.chain().notice())
          .filter(notice -> !notice.isEmpty())
          .ifPresent(notice -> session.note(network, "net", notice));
      PoolSettings settings = settings(host.get(), fleet.hashrate());
      Rig rig = new PoolRig(fleet, mining, instruments, settings, network, session.inbox());
      Goal goal = new Goal(request.timeLimit(), 0, request.endsWithDevice());
      RunResult result =
          MiningRun.run(rig, session.inbox(), goal, session.clock(), session.report());
      session.tell(result.network(), result.summary());
      return session.exit(result.exit());
    }
  }

  /** Empty where the user stops it before: then that is all there is to a run. */
  private Optional<Fleet> fleet(Session session, String network, List<DeviceOffer> offers) {
    try {
      return Optional.of(
          Fleet.open(
              offers,
              request.devices().opening(terminal),
              text -> session.note(network, "miner", text),
              session.inbox()::isStopping));
    } catch (Failure e) {
      if (e.exit() != ExitCode.ABORTED) {
        throw e;
      }
      session.note(network, "miner", e.text());
      return Optional.empty();
    }
  }

  private Optional<PracticeHost> practiceHost(Session session) {
    if (!request.practice()) {
      return Optional.empty();
    }
    return Optional.of(
        PracticeHost.serve(
            PracticeHost.chain(DataFolder.practice(terminal)),
            PracticeHost.loopback(),
            new PracticeRemarks(session.inbox())));
  }

  private static void close(Optional<PracticeHost> host) {
    host.ifPresent(PracticeHost::close);
  }

  /** The practice pool finds its own difficulty at once, so it is asked only when the user does. */
  private PoolSettings settings(Optional<PracticeHost> host, double hashrate) {
    List<PoolAccount> accounts =
        host.map(one -> List.of(one.account(request.practiceUser()))).orElse(request.accounts());
    boolean suggest = !request.practice() || request.suggested() != null;
    return new PoolSettings(
        accounts, request.userAgent(), request.suggested(), suggest, hashrate, request.retries());
  }
}
