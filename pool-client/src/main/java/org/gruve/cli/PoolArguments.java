package org.gruve.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code -o} and what belongs to it, in the order in which it was written: an option belongs to the
 * URL before it, or to all that say nothing of it when it comes before any. The fields are for
 * picocli alone: {@link InOrder} takes what is written.
 */
final class PoolArguments implements PlaceSink {
  static final String URL = "url";

  private final List<Map<String, List<Said>>> slots = new ArrayList<>();

  @Option(
      names = {"-o", "--" + URL},
      paramLabel = "URL",
      parameterConsumer = InOrder.class,
      description =
          "A pool, stratum+tcp://HOST:PORT or stratum+ssl://HOST:PORT, or your own node,"
              + " http://HOST:PORT; repeat it for the places to try next when one fails. The"
              + " options from here to --pool-device belong to the -o before them; before any -o,"
              + " to all.")
  final List<String> urls = new ArrayList<>();

  @SuppressWarnings("UnusedVariable") // What it consumes is kept in order with the places.
  @Mixin
  private final WayArguments way = new WayArguments();

  @Option(
      names = "--quota",
      paramLabel = "N",
      parameterConsumer = InOrder.class,
      description = "With --strategy quota: its share of the hashes beside the others' [1].")
  final List<String> quotas = new ArrayList<>();

  @Option(
      names = "--pool-device",
      paramLabel = "DEVICE",
      parameterConsumer = InOrder.class,
      description = "Only for these devices, as in -d; may be repeated [all].")
  final List<String> devices = new ArrayList<>();

  /** Begins with what holds for all. */
  PoolArguments() {
    slots.add(new LinkedHashMap<>());
  }

  @Override
  public void take(String name, String value) {
    if (name.equals(URL)) {
      slots.add(new LinkedHashMap<>());
    }
    slots.getLast().computeIfAbsent(name, _ -> new ArrayList<>()).add(Said.here(value));
  }

  /** What was said of each place alone. */
  List<Map<String, List<Said>>> own() {
    return slots.subList(1, slots.size());
  }

  /** What was said before any {@code -o}. */
  Map<String, List<Said>> common() {
    return slots.getFirst();
  }
}
