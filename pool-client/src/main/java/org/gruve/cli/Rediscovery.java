package org.gruve.cli;

import java.util.HexFormat;
import java.util.List;

/**
 * A real block found again.
 *
 * @param fleet the devices that are left: those that failed meanwhile are left out
 * @param distance nonces between the start of the scan and the block's
 * @param hashes really scanned, by all workers
 */
record Rediscovery(KnownBlock block, Fleet fleet, long distance, long hashes, double seconds) {
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
}
