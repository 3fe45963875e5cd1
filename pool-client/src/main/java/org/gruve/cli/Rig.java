package org.gruve.cli;

import java.util.List;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;

/** Devices and a pool, joined. */
interface Rig {
  /** The devices in use. */
  List<DeviceInfo> devices();

  /** Where the jobs come from, for people. */
  List<String> pools();

  /** The name of the pools' network where it is known from the start, else {@code unknown}. */
  String network();

  /** Hashes per second, as far as the self-tests could tell. */
  double hashrate();

  /** Begins to mine. */
  void start();

  /** What the devices have done. */
  List<DeviceMeter> meters();

  /** What their sensors say. */
  Hardware hardware();

  /** Sees that temperatures with a limit are still watched; once a second. */
  void lookAfterHardware();

  /** Tells the pool client the measured rate. */
  void measured(double hashesPerSecond);

  /** Stops, and waits a while for the answers to what is in flight. */
  void stop();
}
