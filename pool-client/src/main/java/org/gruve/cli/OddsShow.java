package org.gruve.cli;

import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.mine.Odds;

/** What the rate means on the main chain, and where to go from here. */
final class OddsShow {
  private OddsShow() {}

  /** The last part of the demonstration. */
  static RunEvent.Shown of(KnownBlock block, double rate) {
    double difficulty = Difficulty.of(block.target());
    double seconds = Odds.meanSeconds(block.target(), rate);
    List<String> lines =
        List.of(
            "5/5 your rate is "
                + Figures.rate(rate)
                + ": one block in "
                + LogTexts.about(seconds)
                + " on Bitcoin's main chain (at difficulty "
                + Figures.count(difficulty)
                + " of "
                + block.day()
                + "), so it earns nothing there",
            "next, a pool that you know: ./gruve mine -o stratum+tcp://HOST:PORT -u USER",
            "next, your own node: ./gruve mine -o http://127.0.0.1:PORT --coinbase-addr ADDRESS",
            "next, your own network, kept on disk: ./gruve mine --practice",
            "next, your rate, measured and proven: ./gruve benchmark");
    JsonObject fields =
        new JsonObject()
            .put("hashrate_hs", rate)
            .put("difficulty", difficulty)
            .put("difficulty_height", block.height())
            .put("expected_block_s", seconds);
    return new RunEvent.Shown("odds", lines, fields);
  }
}
