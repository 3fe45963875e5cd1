package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult.Outcome;

/**
 * The client's end of one Stratum V1 connection: a state machine without IO, clock or threads.
 * Times are monotonic nanoseconds of the caller. Confined to one thread. It never throws on
 * anything that a server says. It is the {@link JobOrigin} of its jobs.
 */
public final class ClientSession implements JobOrigin {
  private final ClientLink link;
  private final Terms terms = new Terms();
  private final ShareCap cap = new ShareCap();
  private final JobBook book = new JobBook(this, terms, cap);
  private final Submissions submissions;
  private final JobIntake intake;
  private final JobGate gate;
  private final Handshake handshake;
  private final ServerTalk talk;
  private final Announcements announcements;
  private final Silence silence = new Silence();

  /** A session that has not begun. */
  public ClientSession(ClientSettings settings, ClientOutput output) {
    link = new ClientLink(output);
    gate = new JobGate(link);
    announcements = new Announcements(terms, link);
    submissions = new Submissions(settings.user(), terms, link);
    intake = new JobIntake(terms, book, gate, submissions, link);
    handshake = new Handshake(settings, terms, link, announcements, progress());
    talk = new ServerTalk(settings, terms, intake, link);
  }

  private Handshake.Progress progress() {
    return new Handshake.Progress() {
      @Override
      public void subscribed(long now) {
        intake.subscribed(now);
      }

      @Override
      public void authorized(long now) {
        silence.authorized(now);
        gate.open();
      }
    };
  }

  /** The connection stands: begins the handshake. */
  public void connected(long now) {
    silence.message(now);
    handshake.begin(now);
  }

  /** A line came. */
  public void received(Message message, long now) {
    if (link.isClosed() || !talk.mayListen(now)) {
      return;
    }
    silence.message(now);
    switch (message) {
      case Message.Response response -> answered(response, now);
      case Message.Notify notify -> {
        talk.understood();
        intake.notify(notify, now);
        silence.job(now);
      }
      default -> talk.heard(message, now);
    }
  }

  private void answered(Message.Response response, long now) {
    talk.understood();
    if (handshake.answered(response, now)) {
      return;
    }
    Submissions.Pending pending = submissions.take(response.id());
    if (pending != null) {
      ShareAnswer.of(response, pending.share(), terms).tell(submissions, pending, link, now);
    }
  }

  /** Time passes: call it a few times a second. Deadlines on replies and jobs are judged here. */
  public void tick(long now) {
    submissions.tick(now);
    if (link.isClosed()) {
      return;
    }
    handshake.tick(now);
    if (book.isTooEasy()) {
      intake.reissue(now);
    }
    gate.tick();
    announcements.tick();
    silence.judge(now, link);
  }

  /**
   * Submits a share of one of this session's jobs. One that can no longer be taken (void job, bits
   * outside a new mask, submitted before, over the submit rate) ends at once with a result instead.
   */
  public void submit(Share share, long now) {
    JobBook.Issued issued = book.find(share.job());
    if (link.isClosed()) {
      submissions.refuse(share, Outcome.UNANSWERED, "not sent: the connection was lost");
    } else if (share.job().origin() != this) {
      submissions.refuse(share, Outcome.STALE, "not sent: its session has ended");
    } else if (issued == null) {
      submissions.refuse(share, Outcome.STALE, "not sent: its job is void");
    } else {
      submissions.submit(share, issued, now);
    }
  }

  /** Asks the pool for another difficulty; nothing happens where it is not listening. */
  public void suggest(Difficulty difficulty) {
    handshake.suggest(difficulty);
  }

  /**
   * Tells the rate that is mined at, in hashes per second: share targets are raised so that the
   * submit rate stays bounded whatever difficulty the pool sets.
   */
  public void hashrate(double hashesPerSecond) {
    cap.hashrate(hashesPerSecond);
  }

  /** How many submitted shares have no answer yet. */
  public int pending() {
    return submissions.pending();
  }

  /**
   * The connection is gone: every pending share ends as unanswered. Where the loss teaches how to
   * come back (without configure, without resume), {@link ClientOutput#close} says so before this
   * returns. Safe to call twice.
   */
  public void disconnected(long now) {
    Ending lesson = link.isClosed() ? null : handshake.lesson();
    if (lesson != null) {
      link.close(lesson);
    }
    link.lost();
    submissions.lost(now);
  }
}
