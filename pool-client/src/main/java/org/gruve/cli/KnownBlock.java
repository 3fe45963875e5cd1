package org.gruve.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

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

  /** A part of the header's nonces, for a device to scan. */
  Work work(long first, long nonces) {
    HeaderTemplate template =
        new HeaderTemplate(header.version(), header.prevHash(), header.time(), header.nbits());
    MerkleSource root = new MerkleSource.Fixed(header.merkleRoot());
    Job job = new Job("block " + height, template, root, 0, target(), true, new Nowhere());
    return new Work(
        job,
        new Extranonce2(0, 0),
        header.merkleRoot(),
        header.time(),
        VersionSlice.single(header.version()),
        (int) first,
        nonces);
  }

  /** What is found again goes to no pool. */
  private record Nowhere() implements JobOrigin {}
}
