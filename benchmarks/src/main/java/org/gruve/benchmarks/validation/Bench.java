package org.gruve.benchmarks.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gruve.benchmarks.Figures;
import org.gruve.benchmarks.RawJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Times chores in turns, so that a noisy moment of the machine falls on all of them alike. */
final class Bench {
  /** What the JVM needs to compile what is timed; its compiler takes the same processors. */
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final List<Chore> chores;
  private final List<List<Double>> seconds = new ArrayList<>();

  Bench(List<Chore> chores) {
    this.chores = chores;
    chores.forEach(_ -> seconds.add(new ArrayList<>()));
  }

  void run(int rounds) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < WARM_UP_NANOS) {
      chores.forEach(Chore::seconds);
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < chores.size(); i++) {
        // Whoever comes second finds the caches as the first one left them: take turns at that too.
        int turn = (i + round) % chores.size();
        seconds.get(turn).add(chores.get(turn).seconds());
      }
    }
  }

  void writeTo(ArrayNode results) {
    for (int i = 0; i < chores.size(); i++) {
      Chore chore = chores.get(i);
      ObjectNode result = results.addObject().put("what", chore.what());
      result.put("backend", chore.backend()).put("threads", chore.threads());
      result.put("rounds", seconds.get(i).size());
      spread(result, "seconds", seconds.get(i));
    }
  }

  /** How many times as long a chore took as another one of the same round. */
  ObjectNode ratio(String what, int chore, int to) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < seconds.get(chore).size(); i++) {
      ratios.add(seconds.get(chore).get(i) / seconds.get(to).get(i));
    }
    ObjectNode ratio = RawJson.object().put("what", what);
    spread(ratio, "ratio", ratios);
    return ratio;
  }

  private static void spread(ObjectNode node, String name, List<Double> numbers) {
    node.put(name, Figures.median(numbers));
    node.put("least", Collections.min(numbers)).put("most", Collections.max(numbers));
  }
}
