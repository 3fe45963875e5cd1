package org.gruve.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads {@code gruve pool test}. */
@Command(
    name = "test",
    sortOptions = false,
    description =
        "Goes the whole way to a pool or node once, up to the first job, and tells each step on a"
            + " line: where the name leads, TLS, login, latency. Mines nothing.")
final class PoolTestCommand implements Callable<Integer>, PlaceSink {
  private static final String USUAL_USER = "gruve";

  private final ToIntFunction<TrialRequest> trial;
  private final Supplier<Configuration> configuration;
  private final Map<String, List<Said>> words = new LinkedHashMap<>();

  @Parameters(paramLabel = "URL", description = "The pool or node, as for -o of mine.")
  private String url = "";

  @SuppressWarnings("UnusedVariable") // What it consumes is kept in order with the places.
  @Mixin
  private final WayArguments way = new WayArguments();

  @Option(
      names = {"--coinbase-addr", "--btc-address"},
      paramLabel = "ADDRESS",
      description = "With a node: see whether it could pay there.")
  private @Nullable String payout;

  @Option(names = "--json", description = "Print JSON Lines on stdout, one object per step.")
  private boolean json;

  PoolTestCommand(ToIntFunction<TrialRequest> trial, Supplier<Configuration> configuration) {
    this.trial = trial;
    this.configuration = configuration;
  }

  @Override
  public void take(String name, String value) {
    words.computeIfAbsent(name, _ -> new ArrayList<>()).add(Said.here(value));
  }

  @Override
  public Integer call() {
    PlaceReader reader = new PlaceReader(configuration.get().cookies());
    Place place = reader.place(new PlaceWords(Said.here(url), List.of(words, usual())));
    if (payout != null) {
      var _ = AnyAddress.script("--coinbase-addr", payout);
    }
    return trial.applyAsInt(
        new TrialRequest(
            place, Optional.ofNullable(payout), reader.remarks(), Version.userAgent(), json));
  }

  /** The steps before the login can be seen without one. */
  private Map<String, List<Said>> usual() {
    return PlaceReader.isNode(url) ? Map.of() : Map.of("user", List.of(Said.here(USUAL_USER)));
  }
}
