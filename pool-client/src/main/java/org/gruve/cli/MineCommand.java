package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.gruve.pool.Strategy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads {@code gruve mine}. */
@Command(
    name = "mine",
    sortOptions = false,
    description = {
      "Mines for pools, on your own nodes, or for the built-in practice pool.",
      "Mining on a GPU or CPU earns nothing on Bitcoin's main chain: use it for tests, teaching,"
          + " test networks and private chains."
    })
final class MineCommand implements Callable<Integer>, PlaceSink {
  private static final String CHOICES =
      "mine needs somewhere to mine: a pool (-o stratum+tcp://HOST:PORT -u USER), your own node"
          + " (-o http://HOST:PORT --coinbase-addr ADDRESS), or the built-in practice pool"
          + " (--practice)";
  private static final int MOST_RETRIES = 1_000_000;

  private final ToIntFunction<MineRequest> mine;
  private final Supplier<Configuration> configuration;

  @Mixin private final PoolArguments pools = new PoolArguments();

  @Mixin private final PolicyArguments policies = new PolicyArguments();

  @Mixin private final SoloArguments solo = new SoloArguments();

  @Option(names = "--practice", description = "Mine on the built-in practice pool and network.")
  private boolean practice;

  @Mixin private final DeviceArguments devices = new DeviceArguments();

  @Mixin private final TuningArguments tuning = new TuningArguments();

  @Mixin private final LaunchArguments launch = new LaunchArguments();

  @Option(
      names = "--on-dead-device",
      paramLabel = "continue|exit",
      description =
          "When a device fails or hangs while others mine: go on with them, or stop with exit code"
              + " 6, so that whatever started this can start it anew [continue].")
  private String onDeadDevice = "continue";

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      description = "Stop after a time such as 20, 20s, 10m or 1h.")
  private @Nullable String timeLimit;

  @Option(
      names = "--temp-limit",
      paramLabel = "C[:RESUME]",
      description =
          "Let a device rest at C degrees Celsius or above, until it is at RESUME or below [C-10].")
  private @Nullable String temperatureLimit;

  @Option(
      names = "--suggest-diff",
      paramLabel = "DIFF",
      description =
          "Ask the pool for this difficulty, such as 1024, 0.5 or 1e-9 [10 to 20 shares a minute].")
  private @Nullable String difficulty;

  @Option(
      names = "--user-agent",
      paramLabel = "TEXT",
      description = "What to tell the pool that we are [gruve/VERSION].")
  private String userAgent = Version.userAgent();

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "How often an unknown host or closed port is tried again before the first job; -1 for"
              + " ever [5].")
  private String retries = "5";

  @Option(names = "--json", description = "Print JSON Lines on stdout, one object per event.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  MineCommand(ToIntFunction<MineRequest> mine, Supplier<Configuration> configuration) {
    this.mine = mine;
    this.configuration = configuration;
  }

  @Override
  public Integer call() {
    return mine.applyAsInt(request());
  }

  @Override
  public void take(String name, String value) {
    pools.take(name, value);
  }

  MineRequest request() {
    Configuration here = configuration.get();
    Places named = new Places(pools, here.preferences());
    PlaceReader reader = new PlaceReader(here.cookies());
    List<PlaceWords> words = places(named);
    List<Place> places = words.stream().map(reader::place).toList();
    PoolPolicy policy = policies.policy(places);
    requireQuotas(words, policy);
    return new MineRequest(
        places,
        policy,
        coinbase(places),
        Stream.concat(here.warnings().stream(), reader.remarks().stream()).toList(),
        named.common("user").isEmpty() ? "gruve" : named.common("user"),
        devices.choice().tuned(tuning.choice(false)),
        timeLimit == null ? null : OptionText.timeSpan("--time-limit", timeLimit),
        difficulty == null ? null : OptionText.difficulty("--suggest-diff", difficulty),
        temperatureLimit == null
            ? null
            : OptionText.temperatureLimit("--temp-limit", temperatureLimit),
        printable(userAgent),
        OptionText.wholeNumber("--retries", retries, -1, MOST_RETRIES),
        launch.pace(),
        endsWithDevice(),
        json);
  }

  private boolean endsWithDevice() {
    return switch (onDeadDevice) {
      case "continue" -> false;
      case "exit" -> true;
      default ->
          throw new Failure(
              ExitCode.USAGE, "--on-dead-device is continue or exit, not '" + onDeadDevice + "'");
    };
  }

  /** What is asked for on the command line counts before what the file or environment says. */
  private List<PlaceWords> places(Places named) {
    boolean practiceAsked = isGiven("--practice");
    if (practiceAsked && !pools.own().isEmpty()) {
      throw new Failure(ExitCode.USAGE, "--practice and -o exclude each other; use one of them");
    }
    if (practiceAsked || (practice && pools.own().isEmpty())) {
      return List.of();
    }
    List<PlaceWords> places = named.named();
    if (places.isEmpty()) {
      throw new Failure(ExitCode.USAGE, CHOICES);
    }
    return places;
  }

  private Optional<Coinbase> coinbase(List<Place> places) {
    Optional<Coinbase> coinbase = solo.coinbase();
    Optional<Place> node = places.stream().filter(place -> place instanceof Place.Node).findFirst();
    if (node.isPresent() && coinbase.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "mining on the node " + node.get().name() + " needs an address to be paid at",
          "add --coinbase-addr ADDRESS, one of your own wallet on the node's network");
    }
    if (node.isEmpty() && isGiven("--coinbase-addr")) {
      throw new Failure(
          ExitCode.USAGE,
          "--coinbase-addr is for mining on your own node; a pool pays to its user",
          "name a node with -o http://HOST:PORT, or leave the option out");
    }
    return node.isEmpty() ? Optional.empty() : coinbase;
  }

  private void requireQuotas(List<PlaceWords> places, PoolPolicy policy) {
    boolean overruled = isGiven("--strategy");
    for (PlaceWords place : places) {
      Optional<Said> quota = place.one("quota");
      boolean meant = quota.isPresent() && (quota.get().where().isEmpty() || !overruled);
      if (meant && policy.strategy() != Strategy.QUOTA) {
        throw quota.get().wrong("--quota is read with --strategy quota only; add it");
      }
    }
  }

  /** Whether an option stands on the command line itself. */
  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private static String printable(String agent) {
    if (!agent.matches("[\\x20-\\x7e]{1,64}")) {
      throw new Failure(ExitCode.USAGE, "--user-agent needs 1 to 64 printable ASCII characters");
    }
    return agent;
  }
}
