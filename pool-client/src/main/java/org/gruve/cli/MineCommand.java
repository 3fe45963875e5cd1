package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads {@code gruve mine}. */
@Command(
    name = "mine",
    sortOptions = false,
    description = {
      "Mines for a pool, or for the built-in practice pool.",
      "Mining on a GPU or CPU earns nothing on Bitcoin's main chain: use it for tests, teaching,"
          + " test networks and private chains."
    })
final class MineCommand implements Callable<Integer> {
  private static final String CHOICES =
      "mine needs somewhere to mine: a pool (-o stratum+tcp://HOST:PORT -u USER), your own node"
          + " (-o http://HOST:PORT, which comes in a later release), or the built-in practice pool"
          + " (--practice)";
  private static final int MOST_RETRIES = 1_000_000;

  private final ToIntFunction<MineRequest> mine;

  @Mixin private final PoolArguments pools = new PoolArguments();

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

  MineCommand(ToIntFunction<MineRequest> mine) {
    this.mine = mine;
  }

  @Override
  public Integer call() {
    return mine.applyAsInt(request());
  }

  PoolArguments pools() {
    return pools;
  }

  MineRequest request() {
    return new MineRequest(
        accounts(),
        pools.defaultUser().isEmpty() ? "gruve" : pools.defaultUser(),
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

  private List<PoolAccount> accounts() {
    List<PoolArguments.Entry> entries = pools.entries();
    if (entries.isEmpty() && !practice) {
      throw new Failure(ExitCode.USAGE, CHOICES);
    }
    if (!entries.isEmpty() && practice) {
      throw new Failure(ExitCode.USAGE, "--practice and -o exclude each other; use one of them");
    }
    List<PoolAccount> accounts = new ArrayList<>();
    for (PoolArguments.Entry entry : entries) {
      accounts.add(account(entry));
    }
    return List.copyOf(accounts);
  }

  private static PoolAccount account(PoolArguments.Entry entry) {
    PoolUrl url = url(entry.url());
    if (entry.user().isEmpty()) {
      throw new Failure(
          ExitCode.USAGE, "the pool " + url + " needs a user", "add -u USER after its -o");
    }
    return new PoolAccount(url, entry.user(), entry.password().isEmpty() ? "x" : entry.password());
  }

  private static PoolUrl url(String text) {
    if (text.toLowerCase(Locale.ROOT).matches("https?://.*")) {
      throw new Failure(
          ExitCode.USAGE,
          "mining with your own node (" + text + ") comes in a later release",
          "for now use a pool (-o stratum+tcp://HOST:PORT -u USER) or --practice");
    }
    try {
      return PoolUrl.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, Failure.sentence(e)).because(e);
    }
  }

  private static String printable(String agent) {
    if (!agent.matches("[\\x20-\\x7e]{1,64}")) {
      throw new Failure(ExitCode.USAGE, "--user-agent needs 1 to 64 printable ASCII characters");
    }
    return agent;
  }
}
