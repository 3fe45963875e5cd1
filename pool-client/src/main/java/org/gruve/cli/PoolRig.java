package org.gruve.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.mine.Miner;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.work.Share;
import org.gruve.kernels.telemetry.TelemetryWatch;
import org.gruve.pool.Account;
import org.gruve.pool.PoolClient;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolSettings;

/** Joins tested devices to pools by the two doors. */
final class PoolRig implements Rig {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Fleet fleet;
  private final PoolSettings settings;
  private final String network;
  private final PoolLoop loop = PoolLoop.start("pool");
  private final Miner miner;
  private final PoolClient client;
  private final HardwareCare care;
  private final TelemetryWatch watch;

  PoolRig(
      Fleet fleet,
      MinerSettings mining,
      Instruments instruments,
      PoolSettings settings,
      String network,
      Inbox inbox) {
    this.fleet = fleet;
    this.settings = settings;
    this.network = network;
    AtomicReference<PoolClient> door = new AtomicReference<>();
    miner = new Miner(fleet.devices(), mining, share -> offer(door, share), inbox);
    client = new PoolClient(settings, loop, miner, inbox);
    door.set(client);
    care =
        new HardwareCare(
            miner::meters, new MinerBrake(miner, inbox), instruments.limit(), System::nanoTime);
    watch =
        new TelemetryWatch(instruments.sensors(), TelemetryWatch.INTERVAL, System::nanoTime, care);
  }

  /** The miner is made before the client; shares come only after its first job, from the client. */
  private static void offer(AtomicReference<PoolClient> door, Share share) {
    PoolClient client = door.get();
    if (client != null) {
      client.offer(share);
    }
  }

  @Override
  public List<DeviceInfo> devices() {
    return fleet.devices().stream().map(device -> device.info()).toList();
  }

  @Override
  public List<String> pools() {
    return settings.accounts().stream().map(Account::name).toList();
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
    miner.start();
    client.start();
    watch.start();
  }

  @Override
  public List<DeviceMeter> meters() {
    return miner.meters();
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
    client.measured(hashesPerSecond);
  }

  @Override
  public void stop() {
    watch.close();
    miner.close();
    client.stop(PATIENCE);
    loop.close();
  }
}
