package org.gruve.benchmarks.paired;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.gruve.benchmarks.Figures;
import org.gruve.benchmarks.RawJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs the rounds of a request and tells each as it ends. */
final class Comparison {
  private final Request request;
  private final PrintStream out;
  private final List<Round> rounds = new ArrayList<>();

  Comparison(Request request, PrintStream out) {
    this.request = request;
    this.out = out;
  }

  /** The raw document, its date and load those from before the first round. */
  ObjectNode run() throws PairedException, InterruptedException {
    ObjectNode document = RawJson.document("paired");
    row("round", "gruve", request.peerName(), "ratio");
    for (int i = 1; i <= request.rounds(); i++) {
      Round round = round(i % 2 == 1);
      rounds.add(round);
      round.gruve().refuseChange(rounds.getFirst().gruve(), i);
      row(Integer.toString(i), round.gruve().rate(), round.peer(), round.ratio());
    }
    ObjectNode median = Round.medians(rounds);
    row(
        "median",
        median.path("gruve_hs").asDouble(),
        median.path("peer_hs").asDouble(),
        median.path("ratio").asDouble());
    return fill(document, median);
  }

  /** Neither is always the one that a warm processor, or a rested one, is left to. */
  private Round round(boolean gruveFirst) throws PairedException, InterruptedException {
    if (gruveFirst) {
      GruveRun gruve = gruve();
      return new Round(true, gruve, peer());
    }
    double peer = peer();
    return new Round(false, gruve(), peer);
  }

  private GruveRun gruve() throws PairedException, InterruptedException {
    return GruveOutput.run(request.gruve().run(request.timeout()));
  }

  private double peer() throws PairedException, InterruptedException {
    Command.Output output = request.peer().run(request.timeout());
    return request
        .rate()
        .last(output.all())
        .orElseThrow(
            () ->
                PairedException.failed(
                    request.peer().name()
                        + " printed no rate that --rate "
                        + request.rate().pattern()
                        + " finds"
                        + Command.lastWords(output)));
  }

  private ObjectNode fill(ObjectNode document, ObjectNode median) {
    GruveRun gruve = rounds.getFirst().gruve();
    document.put("commit", gruve.commit());
    document.set("gruve", side(request.gruve()).set("device", gruve.common()));
    document.set("peer", side(request.peer()).put("name", request.peerName()));
    document.put("pinned", !request.gruve().pin().prefix().isEmpty());
    ArrayNode all = document.putArray("rounds");
    rounds.forEach(round -> all.add(round.json()));
    document.set("median", median);
    return document;
  }

  private static ObjectNode side(Command command) {
    return RawJson.object().put("command", command.shown());
  }

  private void row(String first, double gruve, double peer, double ratio) {
    row(first, Figures.rate(gruve), Figures.rate(peer), Figures.ratio(ratio));
  }

  private void row(String first, String gruve, String peer, String ratio) {
    out.printf("%-7s %14s %18s %7s%n", first, gruve, peer, ratio);
  }
}
