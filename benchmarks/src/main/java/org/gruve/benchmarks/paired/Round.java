package org.gruve.benchmarks.paired;

import java.util.List;
import org.gruve.benchmarks.Figures;
import org.gruve.benchmarks.RawJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the two reached one after the other.
 *
 * @param peer the other's hashes per second
 */
record Round(boolean gruveFirst, GruveRun gruve, double peer) {
  double ratio() {
    return gruve.rate() / peer;
  }

  /**
   * The medians of many. That of the ratios is of pairs, so that a machine that slows down or
   * speeds up changes little.
   */
  static ObjectNode medians(List<Round> rounds) {
    return rates(
        Figures.median(rounds.stream().map(round -> round.gruve.rate()).toList()),
        Figures.median(rounds.stream().map(Round::peer).toList()),
        Figures.median(rounds.stream().map(Round::ratio).toList()));
  }

  ObjectNode json() {
    ObjectNode json = RawJson.object().put("first", gruveFirst ? "gruve" : "peer");
    return json.setAll(rates(gruve.rate(), peer, ratio())).setAll(gruve.own());
  }

  /** Whole hashes per second: no digit more means anything. */
  private static ObjectNode rates(double gruve, double peer, double ratio) {
    return RawJson.object()
        .put("gruve_hs", Math.round(gruve))
        .put("peer_hs", Math.round(peer))
        .put("ratio", Math.round(ratio * 1e4) / 1e4);
  }
}
