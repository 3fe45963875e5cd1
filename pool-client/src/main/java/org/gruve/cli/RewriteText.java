package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.gruve.validate.AttackerOdds;
import org.gruve.validate.RewriteCost;

/** What rewriting a chain would cost, for people and for programs. */
record RewriteText(RewriteCost cost, double rate, OptionalDouble chosenShare) {
  /** Lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "to replace the last %s: %.4g hashes (2^%.1f), %s at %s",
            cost.depth() == 1 ? "block" : cost.depth() + " blocks",
            cost.work().doubleValue(),
            Math.log(cost.work().doubleValue()) / Math.log(2),
            LogTexts.about(cost.seconds(rate)),
            Figures.rate(rate)));
    lines.add(
        String.format(
            Locale.ROOT,
            "  meanwhile the network mines on, at %s for a block in %d s",
            Figures.rate(cost.networkRate()),
            cost.spacing()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  with a share of %s of all hash rate, the chance ever to overtake it is",
            percent(share())));
    lines.add("    " + percent(nakamoto()) + " by Nakamoto's formula");
    lines.add("    " + percent(rosenfeld()) + " by Rosenfeld's");
    return lines;
  }

  /** One object. */
  JsonObject json() {
    return new JsonObject()
        .put("type", "rewrite_cost")
        .put("schema", 1)
        .put("depth", cost.depth())
        .put("expected_hashes", cost.work().doubleValue())
        .put("hashrate_hs", rate)
        .put("expected_s", cost.seconds(rate))
        .put("network_hashrate_hs", cost.networkRate())
        .put("share", share())
        .put("success_nakamoto", nakamoto())
        .put("success_rosenfeld", rosenfeld());
  }

  private double share() {
    return chosenShare.orElse(cost.shareOf(rate));
  }

  private double nakamoto() {
    return AttackerOdds.nakamoto(share(), cost.depth());
  }

  private double rosenfeld() {
    return AttackerOdds.rosenfeld(share(), cost.depth());
  }

  private static String percent(double part) {
    double percent = 100 * part;
    return percent == 0 || percent >= 0.001
        ? String.format(Locale.ROOT, "%.4f %%", percent)
        : String.format(Locale.ROOT, "%.3e %%", percent);
  }
}
