package org.gruve.cli;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.BlockHeader;

/**
 * A real block found again.
 *
 * @param distance nonces between the start of the scan and the block's
 * @param hashes really scanned, by all workers
 */
record Rediscovery(KnownBlock block, long distance, long hashes, double seconds) {
  private static final long STEP = 1_000_000;

  /**
   * Finds it from as far away as takes about {@code wanted} seconds, at most from nonce 0; nothing
   * when it is stopped before.
   */
  static Optional<Rediscovery> of(KnownBlock block, Fleet fleet, Session session, double wanted)
      throws InterruptedException {
    if (session.inbox().isStopping()) {
      return Optional.empty();
    }
    long nonce = Integer.toUnsignedLong(block.header().nonce());
    long reach = (long) (fleet.hashrate() * wanted) / STEP * STEP;
    long distance = Math.clamp(reach, STEP, nonce);
    long chunk = Math.max(1 << 18, (long) fleet.hashrate() / 20);
    session.tell("main", announcement(block, distance));
    long begin = session.clock().nanos();
    NonceHunt.Result result =
        NonceHunt.run(
            fleet.devices(), block, nonce - distance, chunk, new Onlooker(session, distance));
    session.progress("");
    double seconds = (session.clock().nanos() - begin) / 1e9;
    if (session.inbox().isStopping()) {
      return Optional.empty();
    }
    check(block, result);
    return Optional.of(new Rediscovery(block, distance, result.hashes(), seconds));
  }

  double rate() {
    return hashes / seconds;
  }

  RunEvent.Shown shown() {
    String hash = block.header().hash().display();
    JsonObject fields =
        new JsonObject()
            .put("height", block.height())
            .put("hash", hash)
            .put("header", HexFormat.of().formatHex(block.header().bytes()))
            .put("distance", distance)
            .put("hashes", hashes)
            .put("seconds", seconds);
    List<String> lines =
        List.of(
            "found it: "
                + Figures.whole(distance)
                + " nonces further, "
                + Figures.whole(hashes)
                + " hashes in "
                + Figures.elapsed(seconds)
                + ", "
                + Figures.rate(rate()),
            "height " + block.height() + " hash " + hash + " (compare it in any explorer)");
    return new RunEvent.Shown("rediscovery", lines, fields);
  }

  private static void check(KnownBlock block, NonceHunt.Result result) {
    BlockHeader found =
        result
            .header()
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.SELF_TEST,
                        "the devices did not find the nonce of block " + block.height()));
    if (!found.equals(block.header())) {
      throw new Failure(
          ExitCode.SELF_TEST, "the devices found another nonce than that of the real block");
    }
  }

  private static RunEvent.Note announcement(KnownBlock block, long distance) {
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
