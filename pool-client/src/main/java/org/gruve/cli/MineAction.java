package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.DeviceOffer;
import org.gruve.pool.Account;
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
    List<DeviceGroup> groups = groups(offers);
    Instruments instruments =
        Instruments.of(
            offers.stream().map(DeviceOffer::info).toList(),
            request.temperatureLimit(),
            GuardedSensors.here(() -> false));
    try (Session session = new Session(terminal, plain, request.json());
        Background<Optional<PracticeHost>> host =
            Background.start("practice-start", () -> practiceHost(session), MineAction::close)) {
      String network = request.practice() ? NetworkName.PRACTICE : NetworkName.UNKNOWN;
      request.remarks().forEach(remark -> session.note(network, "net", remark));
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
      OwnNodes nodes = new OwnNodes(request.coinbase(), DataFolder.blocks(terminal));
      List<GroupSettings> settings = settings(host.get(), groups, fleet, nodes);
      Rig rig = new PoolRig(fleet, mining, instruments, settings, nodes, network, session.inbox());
      Goal goal = new Goal(request.timeLimit(), 0, request.endsWithDevice());
      RunResult result =
          MiningRun.run(rig, session.inbox(), goal, session.clock(), session.report());
      tellKept(session, result.network(), nodes);
      session.tell(result.network(), result.summary());
      return session.exit(result.exit());
    }
  }

  /** Devices divided by what they mine for. */
  private List<DeviceGroup> groups(List<DeviceOffer> offers) {
    return request.practice()
        ? List.of(DeviceGroup.ofAll(offers))
        : DeviceGroup.of(offers, request.places());
  }

  private void tellKept(Session session, String network, OwnNodes nodes) {
    List<String> kept = nodes.undelivered();
    if (!kept.isEmpty()) {
      session.tell(
          network,
          new RunEvent.Warning(
              "blocks_kept",
              "no node has answered for " + String.join(", ", kept),
              "kept in "
                  + DataFolder.blocks(terminal)
                  + " and sent again when gruve mines on a node of this network"));
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

  private static Account account(Place place, OwnNodes nodes) {
    return switch (place) {
      case Place.Pool pool -> pool.account();
      case Place.Node node -> nodes.account(node);
    };
  }

  private static void close(Optional<PracticeHost> host) {
    host.ifPresent(PracticeHost::close);
  }

  private List<GroupSettings> settings(
      Optional<PracticeHost> host, List<DeviceGroup> groups, Fleet fleet, OwnNodes nodes) {
    return groups.stream()
        .map(group -> settings(host, group, group.of(fleet), nodes))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Nothing for a group whose devices have all failed. The practice pool finds its own difficulty
   * at once, so it is asked only when the user does.
   */
  private Optional<GroupSettings> settings(
      Optional<PracticeHost> host, DeviceGroup group, Fleet devices, OwnNodes nodes) {
    if (devices.tested().isEmpty()) {
      return Optional.empty();
    }
    double hashrate = devices.hashrate();
    List<Account> places =
        host.map(one -> List.<Account>of(one.account(request.practiceUser())))
            .orElseGet(() -> group.places().stream().map(place -> account(place, nodes)).toList());
    boolean suggest = !request.practice() || request.suggested() != null;
    PoolSettings settings =
        new PoolSettings(
            places,
            request.policy().strategy(),
            request.userAgent(),
            request.suggested(),
            suggest,
            hashrate,
            request.retries(),
            request.policy().reconnectHosts(),
            request.policy().payout());
    return Optional.of(new GroupSettings(devices.devices(), settings));
  }
}
