package org.gruve.practice;

import java.time.Duration;
import java.util.Optional;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.gruve.pool.Timers;
import org.gruve.stratum.PoolText;
import org.gruve.stratum.v1.Malformed;
import org.gruve.stratum.v1.Message;
import org.gruve.stratum.v1.ServerOutput;
import org.gruve.stratum.v1.ServerSession;
import org.gruve.stratum.v1.ServerSettings;
import org.gruve.stratum.v1.ShareVerdict;
import org.gruve.stratum.v1.SubmittedShare;
import org.jspecify.annotations.Nullable;

/**
 * One client of the practice pool: its session, its difficulty, its deadlines. On the event loop.
 */
final class PracticeClient implements ServerOutput {
  private static final double START_DIFFICULTY = 1e-4;

  /** Any hash at all has it; what is below may be 0 as a double. */
  private static final double LEAST_DIFFICULTY = 1e-10;

  /** The session remembers every name that a client logs in with. */
  private static final int LONGEST_NAME = 256;

  private static final Duration TICK = Duration.ofMillis(250);

  private final String name;
  private final Outlet outlet;
  private final JobDesk desk;
  private final Departed departed;
  private final Timers timers;
  private final PracticeEvents events;
  private final ServerSession session;
  private final Vardiff vardiff;
  private String sessionId;
  private Bytes extranonce1;
  private Timers.Scheduled tick;
  private Message.@Nullable Submit submitting;
  private boolean ready;
  private boolean retarget;
  private boolean odd;
  private final Patience patience;

  /** The connection, as a client's session sees it. */
  interface Outlet {
    /** Writes a line. */
    void write(Message message);

    /** Disconnects. */
    void close(String why);
  }

  /** What all clients of a pool share. */
  record Surroundings(JobDesk desk, Departed departed, Timers timers, PracticeEvents events) {}

  PracticeClient(String name, ServerSettings settings, Outlet outlet, Surroundings pool) {
    this.name = name;
    this.outlet = outlet;
    this.desk = pool.desk();
    this.departed = pool.departed();
    this.sessionId = settings.sessionId();
    this.extranonce1 = settings.extranonce1();
    this.timers = pool.timers();
    this.events = pool.events();
    this.session = new ServerSession(settings, this);
    this.patience = new Patience(timers.nanoTime());
    this.vardiff = new Vardiff(START_DIFFICULTY, timers.nanoTime());
    this.tick = timers.after(TICK, this::tick);
  }

  /** Where it comes from. */
  String name() {
    return name;
  }

  /** A line came. */
  void received(Message message) {
    patience.heard(timers.nanoTime());
    if (message instanceof Malformed(var _, var _, String reason) && !odd) {
      odd = true;
      events.oddity("the client " + name + " sent a line that is no message: " + reason);
    }
    submitting = message instanceof Message.Submit submit ? submit : null;
    session.received(message, timers.nanoTime());
    submitting = null;
    adjust();
  }

  /** Hands out a job at the difficulty that fits this client now. */
  void give(Template template, boolean clean) {
    if (ready) {
      retarget = false;
      session.difficulty(ShareDifficulty.of(vardiff.difficulty(), template.networkTarget()));
      session.job(template.job(clean));
    }
  }

  /** Sends this difficulty from now on, or the network's where that is lower. */
  void fixDifficulty(double difficulty) {
    vardiff.fix(difficulty);
    give(desk.fresh(), false);
  }

  /** Gives it another extranonce, where it can follow. */
  void changeExtranonce(Bytes extranonce1) {
    if (session.extranonce(extranonce1, CoinbaseParts.EXTRANONCE_ROOM - extranonce1.size())) {
      give(desk.fresh(), false);
    }
  }

  /** Changes the bits that it may roll. */
  void changeVersionMask(int mask) {
    session.versionMask(mask);
  }

  /** The connection is gone. */
  void gone() {
    ready = false;
    tick.cancel();
    departed.left(sessionId, extranonce1);
  }

  private void tick() {
    tick = timers.after(TICK, this::tick);
    String over = patience.over(ready, timers.nanoTime());
    if (!over.isEmpty()) {
      outlet.close(over);
      return;
    }
    if (ready && retarget) {
      vardiff.restart(vardiff.difficulty(), timers.nanoTime());
      give(desk.fresh(), false);
    }
    adjust();
  }

  private void adjust() {
    if (ready && vardiff.adjust(timers.nanoTime())) {
      // A new difficulty counts from the next job only, and nobody should wait for that.
      give(desk.fresh(), false);
    }
  }

  @Override
  public void send(Message message) {
    if (submitting != null
        && message instanceof Message.Response(var id, var _, var error)
        && id.equals(submitting.id())) {
      String refusal = error == null ? "" : error.message();
      events.share(name, PoolText.clean(submitting.user()), refusal);
    }
    outlet.write(message);
  }

  @Override
  public Optional<Bytes> resume(String earlier) {
    Optional<Bytes> back = departed.back(earlier);
    if (back.isPresent()) {
      sessionId = earlier;
      extranonce1 = back.get();
    }
    return back;
  }

  @Override
  public boolean authorize(String user, String password) {
    return user.length() <= LONGEST_NAME;
  }

  @Override
  public void suggested(Difficulty difficulty) {
    double asked = Math.max(LEAST_DIFFICULTY, difficulty.value().doubleValue());
    vardiff.suggest(asked, timers.nanoTime());
    retarget = true;
  }

  @Override
  public void ready() {
    ready = true;
    vardiff.restart(vardiff.difficulty(), timers.nanoTime());
    give(desk.fresh(), true);
  }

  @Override
  public ShareVerdict judge(SubmittedShare share) {
    ShareVerdict verdict = desk.judge(share);
    if (verdict instanceof ShareVerdict.Accepted) {
      vardiff.share(share.target().expectedHashes());
    }
    return verdict;
  }

  @Override
  public void close(String why) {
    outlet.close(why);
  }
}
