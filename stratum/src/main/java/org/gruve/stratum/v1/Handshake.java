package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;

/**
 * configure, subscribe, authorize, each after the answer to the one before; then, without waiting,
 * suggest_difficulty and extranonce.subscribe (docs/stratum-v1.md, 2).
 */
final class Handshake {
  private static final long OPTIONAL = 8_000_000_000L;
  private static final long NEEDED = 30_000_000_000L;
  private static final int MAX_QUOTED = 256;

  /** What the session does at the two points that matter to it. */
  interface Progress {
    /** The extranonce is known. */
    void subscribed(long now);

    /** Shares will be taken. */
    void authorized(long now);
  }

  private enum Step {
    IDLE,
    CONFIGURE,
    SUBSCRIBE,
    AUTHORIZE,
    LIVE
  }

  private final ClientSettings settings;
  private final Terms terms;
  private final ClientLink link;
  private final Progress progress;
  private final Configuration configuration;
  private final Wishes wishes;
  private final Announcements announcements;
  private Step step = Step.IDLE;
  private Id awaited = Id.NONE;
  private long deadline;
  private @Nullable String resume;
  private String userAgent;

  Handshake(
      ClientSettings settings,
      Terms terms,
      ClientLink link,
      Announcements announcements,
      Progress progress) {
    this.settings = settings;
    this.terms = terms;
    this.link = link;
    this.announcements = announcements;
    this.progress = progress;
    this.configuration = new Configuration(settings, terms, link);
    this.wishes = new Wishes(settings.suggested(), link);
    this.resume = fits(settings.resume()) ? settings.resume() : null;
    this.userAgent = settings.userAgent();
  }

  void begin(long now) {
    // A line must stay under 1000 bytes (docs/stratum-v1.md, 1), and a cut name would be another
    // user's.
    if (!fits(settings.user()) || !fits(settings.password())) {
      link.close(
          new Ending.Refused(
              "The user name or the password is longer than 256 bytes; shorten it."));
    } else if (configuration.isWanted()) {
      await(Step.CONFIGURE, configuration.request(), now + OPTIONAL);
    } else {
      subscribe(now);
    }
  }

  private static boolean fits(@Nullable String text) {
    return text != null && Quoted.size(text) <= MAX_QUOTED;
  }

  private void await(Step next, Message.Request request, long until) {
    step = next;
    awaited = request.id();
    deadline = until;
    link.send(request);
  }

  private void subscribe(long now) {
    await(Step.SUBSCRIBE, new Message.Subscribe(link.nextId(), userAgent, resume), now + NEEDED);
  }

  private void authorize(long now) {
    await(
        Step.AUTHORIZE,
        new Message.Authorize(link.nextId(), settings.user(), settings.password()),
        now + NEEDED);
  }

  /** Whether the response was to one of the handshake's requests. */
  boolean answered(Message.Response response, long now) {
    if (isTo(response, configuration.id())) {
      configuration.answered(response);
      announcements.configured();
      if (step == Step.CONFIGURE) {
        subscribe(now);
      }
      return true;
    }
    if (isTo(response, wishes.extranonceId())) {
      wishes.extranonceAnswered();
      return true;
    }
    if (!isTo(response, awaited)) {
      return false;
    }
    awaited = Id.NONE;
    if (step == Step.SUBSCRIBE) {
      subscribed(response, now);
    } else if (step == Step.AUTHORIZE) {
      authorized(response, now);
    }
    return true;
  }

  static boolean isTo(Message.Response response, Id id) {
    return id.asks() && response.id().asNumber().equals(id.asNumber());
  }

  private void subscribed(Message.Response response, long now) {
    if (response.error() == null && response.result() instanceof Result.Subscription granted) {
      terms.subscribed(granted.extranonce1(), granted.extranonce2Size());
      link.tell(
          new SessionNotice.Subscribed(
              granted.extranonce1().hex(), granted.extranonce2Size(), granted.sessionId()));
      authorize(now);
      progress.subscribed(now);
    } else if (resume != null) {
      resume = null;
      subscribe(now);
    } else if (!userAgent.isEmpty() && response.error() != null) {
      userAgent = "";
      subscribe(now);
    } else {
      link.close(new Ending.Retry("The pool refused mining.subscribe" + words(response) + "."));
    }
  }

  private void authorized(Message.Response response, long now) {
    if (!response.accepted()) {
      String user = PoolText.clean(settings.user(), 80);
      link.close(
          new Ending.Refused(
              "The pool refused the login of "
                  + user
                  + words(response)
                  + "; check user and password."));
      return;
    }
    step = Step.LIVE;
    link.tell(new SessionNotice.Authorized(PoolText.clean(settings.user())));
    wishes.speak(settings.configure() && !configuration.extranonceGranted(), now);
    progress.authorized(now);
  }

  private static String words(Message.Response response) {
    Fault fault = response.error();
    if (response.result() instanceof Result.Other(String text) && fault == null) {
      return ": " + text;
    }
    return fault == null || fault.message().isEmpty() ? "" : ": " + fault.message();
  }

  /** Asks at once, or after the login. */
  void suggest(Difficulty difficulty) {
    wishes.suggest(difficulty);
  }

  void tick(long now) {
    wishes.tick(now);
    if (!awaited.asks() || now - deadline < 0) {
      return;
    }
    switch (step) {
      case CONFIGURE -> {
        announcements.configured();
        link.oddity("The pool did not answer mining.configure; going on without it.", now);
        subscribe(now);
      }
      case SUBSCRIBE -> link.close(silent());
      case AUTHORIZE ->
          link.close(new Ending.Retry("The pool did not answer mining.authorize in 30 s."));
      case IDLE, LIVE -> awaited = Id.NONE;
    }
  }

  private Ending silent() {
    String reason = "The pool did not answer mining.subscribe in 30 s.";
    return resume == null ? new Ending.Retry(reason) : new Ending.RetryWithoutResume(reason);
  }

  /**
   * What a loss of the connection at this point teaches; null where it is just a loss. That jobs
   * came proves nothing: most pools send one before they read extranonce.subscribe, and one that
   * closes on it would be come back to for ever.
   */
  @Nullable Ending lesson() {
    if (step == Step.CONFIGURE) {
      return new Ending.RetryWithoutConfigure(
          "The pool closed the connection on mining.configure; trying without it.");
    }
    if (step == Step.SUBSCRIBE && resume != null) {
      return new Ending.RetryWithoutResume(
          "The pool closed the connection on resuming a session; trying without it.");
    }
    return wishes.extranonceId().asks()
        ? new Ending.RetryWithoutConfigure(
            "The pool closed the connection on mining.extranonce.subscribe; trying without it.")
        : null;
  }
}
