package org.gruve.cli;

import java.util.Optional;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.MinerSettings;

/**
 * Finds a real block again. When a device fails, the others begin once more without it.
 *
 * @param mining whose deadlines hold for the devices
 * @param seconds how long it should take
 */
record BlockSearch(KnownBlock block, MinerSettings mining, Session session, double seconds) {
  private static final long STEP = 1_000_000;

  /** Nothing when it is stopped before. */
  Optional<Rediscovery> with(Fleet fleet) throws InterruptedException {
    Fleet left = fleet;
    while (!session.inbox().isStopping()) {
      if (left.tested().isEmpty()) {
        throw new Failure(ExitCode.SELF_TEST, "no device is left to find the block with");
      }
      long distance = distance(left);
      session.tell("main", announcement(distance));
      long begin = session.clock().nanos();
      NonceHunt.Result result =
          NonceHunt.run(left, mining, block, nonce() - distance, new Onlooker(session, distance));
      double took = (session.clock().nanos() - begin) / 1e9;
      session.progress("");
      left = withoutLost(left, result);
      if (!session.inbox().isStopping() && isFound(result)) {
        return Optional.of(new Rediscovery(block, left, distance, result.hashes(), took));
      }
    }
    return Optional.empty();
  }

  private long nonce() {
    return Integer.toUnsignedLong(block.header().nonce());
  }

  /** From as far away as takes about the time that it should take, at most from nonce 0. */
  private long distance(Fleet fleet) {
    long reach = (long) (fleet.hashrate() * seconds) / STEP * STEP;
    return Math.clamp(reach, STEP, nonce());
  }

  private Fleet withoutLost(Fleet fleet, NonceHunt.Result result) {
    result.lost().forEach(this::tellLost);
    return fleet.without(result.lost().keySet());
  }

  private void tellLost(Device device, DeviceException cause) {
    String message = device.info().id() + " failed: " + Failure.sentence(cause);
    session.tell("main", new RunEvent.Trouble("device", message, Narrator.LOST));
  }

  /** False where a device failed, which may have had the nonce among those it was to scan. */
  private boolean isFound(NonceHunt.Result result) {
    if (result.header().isEmpty() && result.lost().isEmpty()) {
      throw new Failure(
          ExitCode.SELF_TEST, "the devices did not find the nonce of block " + block.height());
    }
    if (!result.header().map(block.header()::equals).orElse(true)) {
      throw new Failure(
          ExitCode.SELF_TEST, "the devices found another nonce than that of the real block");
    }
    return result.header().isPresent();
  }

  private RunEvent.Note announcement(long distance) {
    return new RunEvent.Note(
        "demo",
        "2/5 finding block "
            + Figures.whole(block.height())
            + " of Bitcoin's main chain ("
            + block.day()
            + ") again, from "
            + Figures.whole(distance)
            + " nonces before its own");
  }

  /** Shows how far the scan is. */
  private record Onlooker(Session session, long distance) implements NonceHunt.Watch {
    @Override
    public boolean isStopping() {
      return session.inbox().isStopping();
    }

    @Override
    public void scanned(long hashes) {
      session.progress(
          "scanned " + Figures.whole(hashes) + " of about " + Figures.whole(distance) + " nonces");
    }
  }
}
