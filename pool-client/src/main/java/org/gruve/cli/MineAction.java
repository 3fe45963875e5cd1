package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.telemetry.Telemetry;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolSettings;

/** Mines as asked. The practice pool opens its chain while the devices are tested. */
final class MineAction {
  private final Terminal terminal;
  private final MineRequest request;

  MineAction(Terminal terminal, MineRequest request) {
    this.terminal = terminal;
    this.request = request;
  }

  /** Returns the exit code. */
  ExitCode run(boolean plain) {
    List<DeviceOffer> offers = DeviceSelection.of(request.devices());
    Instruments instruments =
        Instruments.of(
            offers.stream().map(DeviceOffer::info).toList(),
            request.temperatureLimit(),
            Telemetry.here()::find);
    try (Session session = new Session(terminal, plain, request.json());
        Background<Optional<PracticeHost>> host =
            Background.start("practice-start", () -> practiceHost(session), MineAction::close)) {
      String network = request.practice() ? NetworkName.PRACTICE : NetworkName.UNKNOWN;
      Fleet fleet =
          Fleet.open(
              offers, request.devices().threads(), text -> session.note(network, "miner", text));
      host.get()
          .map(one -> one.chain().notice())
          .filter(notice -> !notice.isEmpty())
          .ifPresent(notice -> session.note(network, "net", notice));
      PoolSettings settings = settings(host.get(), fleet.hashrate());
      Rig rig = new PoolRig(fleet, instruments, settings, network, session.inbox());
      Goal goal = new Goal(request.timeLimit(), 0);
      RunResult result =
          MiningRun.run(rig, session.inbox(), goal, session.clock(), session.report());
      session.tell(result.network(), result.summary());
      return session.exit(result.exit());
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
