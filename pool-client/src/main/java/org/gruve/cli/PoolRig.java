package org.gruve.cli;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.telemetry.TelemetryWatch;
import org.gruve.pool.Account;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolSettings;

/** Mining on pools and nodes, with one pool client to each group of devices. */
final class PoolRig implements Rig, HardwareCare.Brake {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Fleet fleet;
  private final List<String> pools;
  private final String network;
  private final Companion companion;
  private final Inbox inbox;
  private final PoolLoop loop = PoolLoop.start("pool");
  private final List<MiningGroup> groups;
  private final HardwareCare care;
  private final TelemetryWatch watch;

  /** All devices for the same pools. */
  PoolRig(
      Fleet fleet,
      MinerSettings mining,
      Instruments instruments,
      PoolSettings settings,
      String network,
      Inbox inbox) {
    this(
        fleet,
        mining,
        instruments,
        List.of(new GroupSettings(fleet.devices(), settings)),
        Companion.NONE,
        network,
        inbox);
  }

  PoolRig(
      Fleet fleet,
      MinerSettings mining,
      Instruments instruments,
      List<GroupSettings> groups,
      Companion companion,
      String network,
      Inbox inbox) {
    this.fleet = fleet;
    this.network = network;
    this.companion = companion;
    this.inbox = inbox;
    this.pools = names(groups);
    // A client opens its accounts when it is made, and a node's need the post of found blocks.
    companion.start(loop, inbox);
    LastGroup events = new LastGroup(groups.size(), inbox);
    this.groups =
        groups.stream()
            .map(one -> MiningGroup.of(one.devices(), mining, one.pools(), loop, inbox, events))
            .toList();
    care = new HardwareCare(this::meters, this, instruments.limit(), System::nanoTime);
    watch =
        new TelemetryWatch(instruments.sensors(), TelemetryWatch.INTERVAL, System::nanoTime, care);
  }

  private static List<String> names(List<GroupSettings> groups) {
    return groups.stream()
        .flatMap(group -> group.pools().accounts().stream())
        .map(Account::name)
        .distinct()
        .toList();
  }

  @Override
  public List<DeviceInfo> devices() {
    return fleet.devices().stream().map(device -> device.info()).toList();
  }

  @Override
  public List<String> pools() {
    return pools;
  }

  @Override
  public String network() {
    return network;
  }

  @Override
  public double hashrate() {
    return fleet.hashrate();
  }

  @Override
  public void start() {
    groups.forEach(MiningGroup::start);
    watch.start();
  }

  @Override
  public List<DeviceMeter> meters() {
    return groups.stream().flatMap(group -> group.miner().meters().stream()).toList();
  }

  @Override
  public Hardware hardware() {
    return care.hardware();
  }

  @Override
  public void lookAfterHardware() {
    care.look();
  }

  @Override
  public void measured(double hashesPerSecond) {
    groups.forEach(MiningGroup::measure);
  }

  @Override
  public void pause(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit) {
    of(device, group -> group.miner().pause(device.id()));
    inbox.rested(device, temperature, limit);
  }

  @Override
  public void resume(DeviceInfo device, double temperature) {
    of(device, group -> group.miner().resume(device.id()));
    inbox.resumed(device, temperature);
  }

  private void of(DeviceInfo device, Consumer<MiningGroup> what) {
    groups.stream().filter(group -> group.has(device.id())).forEach(what);
  }

  @Override
  public void stop() {
    watch.close();
    groups.forEach(group -> group.miner().close());
    groups.forEach(group -> group.client().stop(PATIENCE));
    companion.close();
    loop.close();
  }
}
