package org.gruve.node;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.JobOrigin;
import org.gruve.pool.Aside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Timers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes jobs of templates. What costs time is done on a virtual thread, {@code template-check}; a
 * job is given out before its template is checked, and withdrawn where the check fails. Confined to
 * the event loop.
 */
final class SoloDesk {
  /** Who wants jobs. */
  interface Listener {
    /** This is to be mined now. */
    void give(SoloWork work);

    /** What was given is void, or what came cannot be given; a new template may be better. */
    void withdraw(String why);

    /** A new template had the same fault, or every other will. */
    void unusable(String why, boolean hopeless);

    /** The last second of what was given is over. */
    void expired();

    /** What was given has passed our own rules; what is odd about it, if anything. */
    void checked(SoloWork work, Optional<String> remark);
  }

  /** A template with other fees on the same parent is worth no more than this many jobs. */
  static final Duration LAZY = Duration.ofSeconds(15);

  /** An unchanged template is given again after this, for its time. */
  private static final Duration OLD = Duration.ofMinutes(10);

  private static final int MOST_FAULTS = 3;

  private final NodeFacts facts;
  private final Bytes tag;
  private final Bytes extranonce1;
  private final PoolLoop loop;
  private final JobOrigin origin;
  private final Listener listener;
  private @Nullable SoloWork given;
  private @Nullable SoloWork next;
  private Timers.@Nullable Scheduled swap;
  private Timers.@Nullable Scheduled lastSecond;
  private @Nullable Hash256 edgeOf;
  private long edge;
  private long givenAt;
  private long receivedAt;
  private long serial;
  private long applied;
  private @Nullable String lastFault;
  private int faults;
  private boolean over;

  SoloDesk(
      NodeFacts facts,
      Bytes tag,
      Bytes extranonce1,
      PoolLoop loop,
      JobOrigin origin,
      Listener listener) {
    this.facts = facts;
    this.tag = tag;
    this.extranonce1 = extranonce1;
    this.loop = loop;
    this.origin = origin;
    this.listener = listener;
  }

  /** Takes a template from the node. */
  void take(JsonNode template, String id) {
    long number = ++serial;
    long at = loop.timers().nanoTime();
    Optional<Template> before = Optional.ofNullable(given).map(SoloWork::template);
    Aside.run(
        "template-check",
        loop.eventLoop(),
        () -> {
          Template read = Template.parse(template);
          boolean clean = before.filter(one -> isSameRace(one, read)).isEmpty();
          return SoloWork.of(id, read, facts.payout().script(), tag, extranonce1, clean, origin);
        },
        work -> made(number, at, work),
        e -> unread(number, e));
  }

  private void unread(long number, Exception e) {
    if (e instanceof TemplateException broken) {
      fault(number, broken.sentence(), broken.hopeless());
    } else {
      fault(number, "the template could not be read: " + e, false);
    }
  }

  /** What was given is void: whatever comes next is given at once. */
  void forget() {
    given = null;
    next = null;
    cancel(swap);
    cancel(lastSecond);
  }

  /**
   * On this parent a time after {@code last} needs another target, so that a time must not be
   * rolled across it.
   */
  void edge(Hash256 parent, long last) {
    edgeOf = parent;
    edge = last;
    SoloWork work = given;
    if (work != null) {
      limit(work);
    }
  }

  void end() {
    over = true;
    forget();
  }

  private void made(long number, long at, SoloWork work) {
    if (over || number < applied) {
      return;
    }
    applied = number;
    receivedAt = at;
    SoloWork current = given;
    long age = loop.timers().nanoTime() - givenAt;
    if (current == null || !isSameRace(current.template(), work.template())) {
      give(work);
    } else if (age >= LAZY.toNanos()) {
      swap(work);
    } else {
      boolean waiting = next != null;
      next = work;
      if (!waiting) {
        swap = loop.timers().after(LAZY.minusNanos(age), this::swapNext);
      }
    }
  }

  private void swapNext() {
    SoloWork work = next;
    next = null;
    if (work != null && given != null) {
      swap(work);
    }
  }

  private void swap(SoloWork work) {
    SoloWork current = given;
    boolean old = loop.timers().nanoTime() - givenAt >= OLD.toNanos();
    if (current == null || old || !isSameWork(current.template(), work.template())) {
      give(work);
    }
  }

  private void give(SoloWork work) {
    forget();
    given = work;
    givenAt = loop.timers().nanoTime();
    limit(work);
    listener.give(work);
    check(work);
  }

  private void check(SoloWork work) {
    Network network = facts.chain().network();
    Aside.run(
        "template-check",
        loop.eventLoop(),
        () ->
            new Checked(
                TemplateCheck.fault(work, network), TemplateCheck.remark(work.template(), network)),
        checked -> checked(work, checked),
        e -> checked(work, Checked.not(e)));
  }

  private record Checked(Optional<String> fault, Optional<String> remark) {
    static Checked not(Exception cause) {
      String sentence = "the template could not be checked: " + cause;
      return new Checked(Optional.of(sentence), Optional.empty());
    }
  }

  private void checked(SoloWork work, Checked checked) {
    if (over) {
      return;
    }
    if (checked.fault().isEmpty()) {
      lastFault = null;
      faults = 0;
      listener.checked(work, checked.remark());
    } else if (work.equals(given)) {
      fault(serial, checked.fault().get(), false);
    }
  }

  /** One bad template may be a slip; the same again, or many, are not. */
  private void fault(long number, String sentence, boolean hopeless) {
    if (over || number < applied) {
      return;
    }
    boolean again = sentence.equals(lastFault) || ++faults >= MOST_FAULTS;
    lastFault = sentence;
    forget();
    if (again || hopeless) {
      listener.unusable(sentence, hopeless);
    } else {
      listener.withdraw(sentence);
    }
  }

  /** Ends the job when workers would roll its time beyond what it may be. */
  private void limit(SoloWork work) {
    cancel(lastSecond);
    Template template = work.template();
    long current = Integer.toUnsignedLong(template.curTime());
    long last = template.maxTime().map(Integer::toUnsignedLong).orElse(Long.MAX_VALUE);
    if (Objects.equals(template.previousHash(), edgeOf) && current <= edge) {
      last = Math.min(last, edge);
    }
    if (last != Long.MAX_VALUE) {
      Duration rest = Duration.ofSeconds(Math.max(1, last + 1 - current));
      Duration passed = Duration.ofNanos(loop.timers().nanoTime() - receivedAt);
      lastSecond = loop.timers().after(rest.minus(passed), () -> expire(work));
    }
  }

  private void expire(SoloWork work) {
    if (work.equals(given)) {
      forget();
      listener.expired();
    }
  }

  /** Whether a share of one job is as good as one of the other. */
  private static boolean isSameRace(Template one, Template other) {
    return one.previousHash().equals(other.previousHash()) && one.nbits() == other.nbits();
  }

  /** Whether they differ in nothing but their time. */
  private static boolean isSameWork(Template one, Template other) {
    return one.coinbaseValue() == other.coinbaseValue()
        && one.version() == other.version()
        && one.witnessCommitment().equals(other.witnessCommitment())
        && one.transactions().equals(other.transactions());
  }

  private static void cancel(Timers.@Nullable Scheduled scheduled) {
    if (scheduled != null) {
      scheduled.cancel();
    }
  }
}
