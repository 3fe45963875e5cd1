package org.gruve.practice;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gruve.core.block.Block;
import org.gruve.core.check.Verdict;
import org.gruve.pool.Timers;
import org.gruve.stratum.v1.Refusal;
import org.gruve.stratum.v1.ShareVerdict;
import org.gruve.stratum.v1.SubmittedShare;

/** Writes out jobs on top of the chain, and judges the shares that come back. On the event loop. */
final class JobDesk {
  /** Jobs live until the next block; a client that asks for more than all these gets none back. */
  private static final int MAX_TEMPLATES = 4096;

  private static final Duration REFRESH = Duration.ofSeconds(10);

  private final PracticeChain chain;
  private final Timers timers;
  private final PracticeEvents events;
  private final Runnable onBlock;
  private final ChainClock clock;
  private final Map<String, Template> templates = new LinkedHashMap<>();
  private int serial;
  private boolean unwritable;

  /** Calls {@code onBlock} whenever all jobs have become void. */
  JobDesk(PracticeChain chain, Timers timers, PracticeEvents events, Runnable onBlock) {
    this.chain = chain;
    this.timers = timers;
    this.events = events;
    this.onBlock = onBlock;
    this.clock = new ChainClock(chain.state(), timers);
    // Not from 0: after a restart, no job may have the name of one of the run before.
    this.serial = (int) timers.now().toEpochMilli();
  }

  /** A template that nobody else has. */
  Template fresh() {
    // Whatever is rolled, the chain stays near the time of day: a time that blocks carried ahead
    // again and again would end in one that no block can have.
    long latest = timers.now().getEpochSecond() + Templates.MAX_ROLL;
    Template template =
        Templates.next(chain.state(), clock.now().getEpochSecond(), ++serial).notAfter(latest);
    templates.put(template.id(), template);
    if (templates.size() > MAX_TEMPLATES) {
      templates.remove(templates.keySet().iterator().next());
    }
    return template;
  }

  /** How long until everyone should have a fresh job: soon, or just when blocks become easy. */
  Duration untilNext() {
    Instant easy = Instant.ofEpochSecond(Templates.lastBeforeEasy(chain.state()) + 1);
    Duration untilEasy = Duration.between(clock.now(), easy);
    return untilEasy.isPositive() && untilEasy.compareTo(REFRESH) < 0 ? untilEasy : REFRESH;
  }

  /** Judges a share, and adds the block to the chain if it is one. */
  ShareVerdict judge(SubmittedShare share) {
    Template template = templates.get(share.job().id());
    if (template == null || template.height() != chain.height() + 1) {
      return new ShareVerdict.Refused(Refusal.STALE.code(), "Job not found");
    }
    return switch (ShareJudge.judge(template, share)) {
      case ShareJudge.Judgement.Good() -> new ShareVerdict.Accepted();
      case ShareJudge.Judgement.Bad(Refusal refusal, String message) ->
          new ShareVerdict.Refused(refusal.code(), message);
      case ShareJudge.Judgement.Found(Block block) -> append(block, share.user());
    };
  }

  private ShareVerdict append(Block block, String user) {
    // Where the clock was set back, a chain goes on from the times that it has.
    long now =
        Math.max(timers.now().getEpochSecond(), Integer.toUnsignedLong(block.header().time()));
    try {
      if (chain.append(block, now) instanceof Verdict.Invalid broken) {
        events.oddity(
            "a block of "
                + user
                + " broke a rule: "
                + broken.rejectReason()
                + ", "
                + broken.sentence());
        return new ShareVerdict.Refused(Refusal.OTHER.code(), broken.rejectReason());
      }
      unwritable = false;
      templates.clear();
      clock.tip();
      onBlock.run();
      events.block(chain.height(), block.header(), user);
    } catch (IOException e) {
      unwritten(user, e);
    }
    return new ShareVerdict.Accepted();
  }

  /** Said once, however many blocks are lost until there is room again. */
  private void unwritten(String user, IOException cause) {
    if (!unwritable) {
      unwritable = true;
      events.oddity(
          "a block of "
              + user
              + " could not be written ("
              + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
              + "): the chain stays at height "
              + chain.height()
              + " until there is room for the next");
    }
  }
}
