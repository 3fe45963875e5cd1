package org.gruve.pool;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.stratum.v1.ClientSettings;
import org.gruve.stratum.v1.Ending;
import org.gruve.stratum.v1.SessionNotice;
import org.jspecify.annotations.Nullable;

/**
 * Goes the whole way to a pool once, up to its first job, and tells of each step as it ends; mines
 * nothing. Confined to the event loop.
 */
public final class PoolTrial implements Dial.Caller, ConnectionOwner {
  /** For all that follows the connection; a pool that takes longer is of no use. */
  static final Duration DEADLINE = Duration.ofMinutes(2);

  private static final int VERSION_MASK = 0x1fffe000;

  private final PoolAccount account;
  private final String userAgent;
  private final PoolLoop loop;
  private final Outside outside;
  private final Consumer<TrialStep> told;
  private final CompletableFuture<Boolean> verdict = new CompletableFuture<>();
  private final Set<String> done = new HashSet<>();
  private @Nullable Dial dial;
  private @Nullable Connection connection;
  private Timers.@Nullable Scheduled deadline;
  private String next = "resolve";
  private String difficulty = "1, since the pool sets none";
  private long since;
  private long latency = -1;
  private boolean configure = true;
  private boolean over;

  private PoolTrial(
      PoolAccount account,
      String userAgent,
      PoolLoop loop,
      Outside outside,
      Consumer<TrialStep> told) {
    this.account = account;
    this.userAgent = userAgent;
    this.loop = loop;
    this.outside = outside;
    this.told = told;
  }

  /**
   * Tries a pool.
   *
   * @param told gets the steps on the event loop, in order; one that is not ok is the last
   * @return whether there was a job in the end; by then all is closed
   */
  public static CompletableFuture<Boolean> run(
      PoolAccount account,
      String userAgent,
      PoolLoop loop,
      Outside outside,
      Consumer<TrialStep> told) {
    PoolTrial trial = new PoolTrial(account, userAgent, loop, outside, told);
    loop.eventLoop().execute(trial::dial);
    return trial.verdict;
  }

  private void dial() {
    since = loop.timers().nanoTime();
    dial = new Dial(account.url().endpoint(), account.way(), loop, this);
    dial.start(outside.names());
  }

  @Override
  public void passed(Dial.Stage stage, String found) {
    passed(word(stage), found);
  }

  private static String word(Dial.Stage stage) {
    return switch (stage) {
      case RESOLVE -> "resolve";
      case CONNECT -> "connect";
      case PROXY -> "proxy";
      case TLS -> "tls";
    };
  }

  @Override
  public void failed(String reason) {
    next = dial == null ? next : word(dial.stage());
    fail(reason);
  }

  @Override
  public void connected(Channel channel, String description) {
    dial = null;
    next = configure ? "configure" : "subscribe";
    deadline = loop.timers().after(DEADLINE, () -> fail("nothing came of it in 2 minutes"));
    ClientSettings settings =
        new ClientSettings(
            account.user(),
            PasswordToken.resolve(account.password(), null),
            userAgent,
            VERSION_MASK,
            null,
            null,
            configure,
            account.url().host());
    Connection opened = new Connection(account.url(), channel, loop.timers(), settings, this);
    connection = opened;
    since = loop.timers().nanoTime();
    opened.begin();
  }

  @Override
  public void tell(SessionNotice notice) {
    switch (notice) {
      case SessionNotice.VersionRolling(int mask) -> {
        passed("configure", rolling(mask));
        next = "subscribe";
      }
      case SessionNotice.Subscribed subscribed -> {
        latency = passed("subscribe", extranonces(subscribed));
        next = "authorise";
      }
      case SessionNotice.Authorized authorized -> {
        passed("authorise", "as " + authorized.user());
        next = "job";
      }
      case SessionNotice.DifficultyChanged changed -> difficulty = changed.difficulty().toString();
      case SessionNotice.PoolMessage message ->
          told.accept(new TrialStep("message", true, message.text(), -1));
      case SessionNotice.Oddity oddity ->
          told.accept(new TrialStep("oddity", true, oddity.text(), -1));
    }
  }

  private static String rolling(int mask) {
    return mask == 0
        ? "no version rolling"
        : String.format(Locale.ROOT, "version rolling with mask %08x", mask);
  }

  private static String extranonces(SessionNotice.Subscribed subscribed) {
    int own = subscribed.extranonce1().length() / 2;
    return "extranonce1 of " + own + " bytes, extranonce2 of " + subscribed.extranonce2Size();
  }

  @Override
  public void job(Job job) {
    passed("difficulty", difficulty);
    passed("job", text(job));
    if (latency >= 0) {
      String millis = String.format(Locale.ROOT, "%.1f ms for subscribe", latency / 1e6);
      told.accept(new TrialStep("latency", true, millis, latency));
    }
    end(true);
  }

  private String text(Job job) {
    OptionalInt height = CoinbaseHeight.of(job);
    long age = loop.timers().now().getEpochSecond() - Integer.toUnsignedLong(job.header().time());
    String branches =
        job.merkle() instanceof MerkleSource.Coinbase coinbase
            ? ", " + coinbase.branch().size() + " merkle branches"
            : "";
    return (height.isPresent() ? "height " + height.getAsInt() + ", " : "")
        + String.format(
            Locale.ROOT,
            "nbits %08x, ntime %d s %s",
            job.header().nbits(),
            Math.abs(age),
            age < 0 ? "ahead" : "ago")
        + branches;
  }

  /** Ends a step that was not ended before, and returns how long it took. */
  private long passed(String name, String text) {
    long now = loop.timers().nanoTime();
    long took = now - since;
    if (!over && done.add(name)) {
      told.accept(new TrialStep(name, true, text, took));
      since = now;
    }
    return took;
  }

  private void fail(String reason) {
    if (!over) {
      told.accept(new TrialStep(next, false, reason, loop.timers().nanoTime() - since));
      end(false);
    }
  }

  private void end(boolean good) {
    if (deadline != null) {
      deadline.cancel();
    }
    over = true;
    Connection open = connection;
    connection = null;
    // Not within the connection's own call to us.
    loop.eventLoop()
        .execute(
            () -> {
              if (open != null) {
                open.end("the trial is over");
              }
              verdict.complete(good);
            });
  }

  @Override
  public void ended(Ending why) {
    connection = null;
    if (over) {
      return;
    }
    if (why instanceof Ending.RetryWithoutConfigure && configure) {
      configure = false;
      if (deadline != null) {
        deadline.cancel();
      }
      told.accept(new TrialStep("configure", true, why.reason(), -1));
      done.add("configure");
      dial();
    } else {
      fail(why.reason());
    }
  }

  @Override
  public void result(ShareResult result) {
    // Nothing is submitted.
  }

  @Override
  public void parting() {
    // What it means is told by ended.
  }

  @Override
  public void left(List<Share> unanswered) {
    // Nothing is submitted.
  }

  @Override
  public void progressed() {
    // The steps are told by their notices.
  }
}
