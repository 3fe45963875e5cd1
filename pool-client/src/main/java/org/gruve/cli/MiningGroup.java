package org.gruve.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.mine.Miner;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.work.Share;
import org.gruve.pool.PoolClient;
import org.gruve.pool.PoolEvents;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolSettings;

/** Devices that mine for the same places, joined with these. */
record MiningGroup(Miner miner, PoolClient client) {
  /** At rest. */
  static MiningGroup of(
      List<Device> devices,
      MinerSettings mining,
      PoolSettings settings,
      PoolLoop loop,
      Inbox inbox,
      PoolEvents events) {
    AtomicReference<PoolClient> door = new AtomicReference<>();
    Miner miner = new Miner(devices, mining, share -> offer(door, share), inbox);
    PoolClient client = new PoolClient(settings, loop, miner, events);
    door.set(client);
    return new MiningGroup(miner, client);
  }

  /** The miner is made before the client; shares come only after its first job, from the client. */
  private static void offer(AtomicReference<PoolClient> door, Share share) {
    PoolClient client = door.get();
    if (client != null) {
      client.offer(share);
    }
  }

  boolean has(String device) {
    return miner.meters().stream().anyMatch(meter -> meter.device().id().equals(device));
  }

  void start() {
    miner.start();
    client.start();
  }

  /** Tells the client the rate of its own devices. */
  void measure() {
    double rate = miner.meters().stream().mapToDouble(DeviceMeter::rate60s).sum();
    if (rate > 0) {
      client.measured(rate);
    }
  }
}
