package org.gruve.benchmarks.paired;

import java.util.List;
import org.gruve.benchmarks.Figures;
import org.gruve.benchmarks.RawJson;
import tools.jackson.databind.node.ObjectNode;

/** What the two reached one after the other, in hashes per second. */
record Round(double gruve, double peer) {
  double ratio() {
    return gruve / peer;
  }

  /**
   * The medians of many. That of the ratios is of pairs, so that a machine that slows down or
   * speeds up changes little.
   */
  static ObjectNode medians(List<Round> rounds) {
    return RawJson.object()
        .put("gruve_hs", Figures.median(rounds.stream().map(Round::gruve).toList()))
        .put("peer_hs", Figures.median(rounds.stream().map(Round::peer).toList()))
        .put("ratio", Figures.median(rounds.stream().map(Round::ratio).toList()));
  }

  ObjectNode json() {
    return RawJson.object().put("gruve_hs", gruve).put("peer_hs", peer).put("ratio", ratio());
  }
}
