package org.gruve.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;

/** A block of Bitcoin's main chain that everyone can look up. */
record KnownBlock(int height, BlockHeader header) {
  /** The first block of a difficulty period, so that its difficulty held for two weeks. */
  static final KnownBlock RECENT =
      new KnownBlock(
          878_976,
          BlockHeader.parse(
              HexFormat.of()
                  .parseHex(
                      "0080cb2a84fa5fcdb3c448a0dc7f38c6a7e55f1261fcec2f0b6d00000000000000000000"
                          + "a2282f81592e007e389fa35ed4a9f5559c2ebf12fa76b54f0316668dcba6d961"
                          + "af1f8467618c02178c74d981")));

  Target target() {
    return CompactBits.target(header.nbits()).orElseThrow();
  }

  /** The day in its header: {@code 12 January 2025}. */
  String day() {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
        .format(
            Instant.ofEpochSecond(Integer.toUnsignedLong(header.time())).atOffset(ZoneOffset.UTC));
  }
}
