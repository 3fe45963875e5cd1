package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import org.gruve.practice.ChainAudit;

/** One byte of an early block is changed, in memory, and the chain is checked again. */
final class TamperShow {
  private static final int HEIGHT = 3;
  // In the coinbase, which no header shows but its merkle root.
  private static final int OFFSET = 140;
  private static final int SHOWN = 3;

  private TamperShow() {}

  /** What the change breaks; {@code rate} says how long the repair would take. */
  static RunEvent.Shown of(List<byte[]> blocks, double rate) {
    ChainAudit.Report clean = ChainAudit.check(blocks);
    ChainAudit.Report report = ChainAudit.flip(blocks, HEIGHT, OFFSET);
    if (!clean.breaks().isEmpty() || report.breaks().isEmpty()) {
      throw new Failure(
          ExitCode.INVALID, "the check of the practice chain did not tell a changed block from it");
    }
    return new RunEvent.Shown("tampering", lines(report, rate), fields(report));
  }

  private static List<String> lines(ChainAudit.Report report, double rate) {
    List<String> lines = new ArrayList<>();
    lines.add("4/5 one byte of practice block " + HEIGHT + " flipped (in memory only)");
    for (ChainAudit.Break broken : report.breaks().subList(0, shown(report))) {
      lines.add(
          "broken: block "
              + broken.height()
              + ", "
              + broken.rejectReason()
              + ": "
              + broken.sentence());
    }
    if (report.breaks().size() > SHOWN) {
      lines.add("broken: " + (report.breaks().size() - SHOWN) + " blocks more, up to the tip");
    }
    double hashes = report.expectedHashes().doubleValue();
    lines.add(
        "to hide it, "
            + report.blocksToMine()
            + " practice blocks must be mined again: "
            + Figures.whole(report.expectedHashes().longValue())
            + " hashes, "
            + LogTexts.about(hashes / rate)
            + " at your rate; on the main chain that work is what protects a block");
    return lines;
  }

  private static int shown(ChainAudit.Report report) {
    return Math.min(SHOWN, report.breaks().size());
  }

  private static JsonObject fields(ChainAudit.Report report) {
    List<JsonObject> breaks =
        report.breaks().stream()
            .map(
                broken ->
                    new JsonObject()
                        .put("height", broken.height())
                        .put("reject_reason", broken.rejectReason())
                        .put("message", broken.sentence()))
            .toList();
    return new JsonObject()
        .put("height", HEIGHT)
        .put("offset", OFFSET)
        .put("breaks", breaks)
        .put("blocks_to_mine", report.blocksToMine())
        .put("expected_hashes", report.expectedHashes().doubleValue());
  }
}
