package org.gruve.stratum.v1;

import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.work.Job;
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
  private final Rejections rejections = new Rejections();

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
        rejections.job(now);
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
      ShareAnswer answer = ShareAnswer.of(response, pending, terms);
      answer.tell(submissions, pending, link, now);
      rejections.answered(answer, now, link);
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
    submit(share, false, now);
  }

  /** Submits a share that was submitted before, to the session that this one resumes. */
  public void submitAgain(Share share, long now) {
    submit(share, true, now);
  }

  private void submit(Share share, boolean again, long now) {
    JobBook.Issued issued = book.find(share.job());
    if (link.isClosed()) {
      submissions.refuse(share, Outcome.UNANSWERED, "not sent: the connection was lost");
    } else if (issued != null) {
      submissions.submit(share, issued, again, now);
    } else if (again) {
      submissions.refuse(share, Outcome.UNANSWERED, "the connection was lost");
    } else if (share.job().origin() != this) {
      submissions.refuse(share, Outcome.STALE, "not sent: its session has ended");
    } else {
      submissions.refuse(share, Outcome.STALE, "not sent: its job is void");
    }
  }

  /** Whether a share of this job can be submitted here: it is not void, nor another session's. */
  public boolean knows(Job job) {
    return book.find(job) != null;
  }

  /** Whether the pool took up a lost session with this one: it gave the same extranonce again. */
  public boolean resumes(ClientSession lost) {
    Extranonce extranonce = terms.extranonce();
    return extranonce != null && extranonce.equals(lost.terms.extranonce());
  }

  /** Takes shares of the jobs of a lost session that this one resumes. */
  public void adopt(ClientSession lost) {
    Extranonce extranonce = terms.extranonce();
    if (extranonce != null) {
      book.adopt(lost.book, extranonce);
    }
  }

  /**
   * Takes out the submitted shares that have no answer and were not submitted twice already:
   * whoever takes them accounts for them. To be asked when the connection is gone.
   */
  public List<Share> surrender() {
    return submissions.surrender();
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
