package org.gruve.benchmarks.paired;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of a comparison. */
final class Arguments {
  static final String USAGE =
      """
      Runs `gruve benchmark --json` and another miner in turns, and compares their rates.

      benchmarks/run side-by-side [options] -- PEER [ARGUMENTS]

        --rounds N      how often each runs [5]
        --cpu N         the processor that both are pinned to [0]
        --no-pin        leave them where the system puts them
        --name TEXT     what the other miner is called [its file's name]
        --rate REGEX    where it says its rate: (?<rate>number), (?<unit>k, M, G or T); the last
                        match counts [cpuminer-opt's "Benchmark: 23.45 MH/s"]
        --gruve TEXT    more arguments for gruve benchmark: "--version-rolling off --seconds 20"
        --launcher PATH the gruve to run [./gruve]
        --timeout N     seconds that one run may take [600]
        --out FILE      write the raw file here
      """;

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--rounds", "--cpu", "--name", "--rate", "--gruve", "--launcher", "--timeout", "--out");

  private final Map<String, String> values = new HashMap<>();
  private final List<String> peer;

  private Arguments(Deque<String> words) throws PairedException {
    while (!words.isEmpty() && !words.peek().equals("--")) {
      read(words);
    }
    words.poll();
    if (words.isEmpty()) {
      throw PairedException.usage("no other miner is named: put its command after --");
    }
    peer = List.copyOf(words);
  }

  /** One sentence in an exception where the line makes no sense. */
  static Request parse(List<String> line) throws PairedException {
    return new Arguments(new ArrayDeque<>(line)).request();
  }

  private void read(Deque<String> words) throws PairedException {
    String option = words.remove();
    if (option.equals("--no-pin")) {
      values.put(option, "");
    } else if (!WITH_VALUE.contains(option)) {
      throw PairedException.usage("unknown option " + option + "; --help lists those there are");
    } else if (words.isEmpty() || words.peek().equals("--")) {
      throw PairedException.usage(option + " needs a value");
    } else {
      values.put(option, words.remove());
    }
  }

  private Request request() throws PairedException {
    Pin pin = values.containsKey("--no-pin") ? Pin.NONE : Pin.to(number("--cpu", 0, 0));
    Command other = new Command(peer, pin);
    return new Request(
        new Command(gruve(), pin),
        other,
        values.getOrDefault("--name", other.name()),
        RatePattern.of(values.getOrDefault("--rate", RatePattern.CPUMINER)),
        number("--rounds", 5, 1),
        Duration.ofSeconds(number("--timeout", 600, 1)),
        Optional.ofNullable(values.get("--out")).map(Path::of));
  }

  private List<String> gruve() {
    List<String> words = new ArrayList<>();
    words.add(values.getOrDefault("--launcher", "./gruve"));
    words.addAll(List.of("benchmark", "--json"));
    String more = values.getOrDefault("--gruve", "").strip();
    if (!more.isEmpty()) {
      words.addAll(List.of(more.split("\\s+")));
    }
    return words;
  }

  private int number(String option, int otherwise, int least) throws PairedException {
    String text = values.getOrDefault(option, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException _) {
      // The sentence below is for both.
    }
    throw PairedException.usage(
        option + " " + text + ": give a whole number from " + least + " up");
  }
}
