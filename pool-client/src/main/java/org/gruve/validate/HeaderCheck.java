package org.gruve.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Clause;
import org.gruve.core.check.Context;
import org.gruve.core.check.HeaderRules;
import org.gruve.core.check.HeaderValidation;
import org.gruve.core.check.Network;
import org.gruve.core.check.Report;
import org.gruve.core.check.Verdict;

/**
 * Checks headers that follow each other, until one is broken. Where no height is known, links,
 * proofs of work and times still are checked, and what depends on the height is counted.
 */
public final class HeaderCheck {
  private static final int MEDIAN_SPAN = 11;

  private final Network network;
  private final long now;
  private final OptionalInt startHeight;
  private final HeaderValidation validation;
  private final Findings findings = new Findings();
  private boolean known;
  private HeaderRun run = new HeaderRun(0);
  private long changes;

  /**
   * Takes the first header for the one at a height; without one, for genesis or the checkpoint if
   * it is one of these.
   *
   * @param now unsigned seconds
   */
  public HeaderCheck(Network network, OptionalInt startHeight, long now) {
    this.network = network;
    this.startHeight = startHeight;
    this.now = now;
    this.validation = new HeaderValidation(network);
  }

  /** Checks one more header; false where nothing more is worth checking. */
  public boolean add(BlockHeader header) {
    if (run.isEmpty()) {
      begin(header);
    }
    Report report = validation.check(header, context());
    int height = run.height() + 1;
    String where = known ? "header " + height : "header " + run.count() + " of the input";
    if (known) {
      findings.add(report, where, height);
    } else {
      addWithoutHeight(header, report, where);
    }
    if (findings.broken().isEmpty()) {
      run.add(header);
    }
    return findings.broken().isEmpty();
  }

  /** All that was found, once all headers were added. */
  public Result result() {
    if (changes > 0) {
      findings.unchecked(
          Rule.of(Clause.REQUIRED_BITS), "without --start-height, retargets are unknown", changes);
    }
    return new Result("headers", findings, facts());
  }

  /** The headers that hold, from the first on. */
  HeaderRun run() {
    return run;
  }

  /** Whether heights are known. */
  boolean knowsHeights() {
    return known;
  }

  private void begin(BlockHeader first) {
    OptionalInt height = startHeight.isPresent() ? startHeight : knownHeight(first);
    known = height.isPresent();
    run = new HeaderRun(height.orElse(0));
    if (height.isPresent() && height.getAsInt() == 0) {
      requireGenesis(first);
    }
  }

  private void requireGenesis(BlockHeader first) {
    if (!first.equals(network.genesisHeader())) {
      throw InputException.invalid(
          "the header at height 0 is not the genesis of "
              + network
              + "; --network and --start-height say what it is to be");
    }
  }

  private OptionalInt knownHeight(BlockHeader first) {
    Checkpoint checkpoint = Checkpoint.of(network);
    if (first.equals(network.genesisHeader())) {
      return OptionalInt.of(0);
    }
    return first.hash().equals(checkpoint.hash())
        ? OptionalInt.of(checkpoint.height())
        : OptionalInt.empty();
  }

  private Context context() {
    Context clock = Context.NONE.withNow(now);
    if (!known) {
      return clock;
    }
    return run.isEmpty() ? clock.withHeight(run.lowest()) : clock.withAncestors(run);
  }

  private void addWithoutHeight(BlockHeader header, Report report, String where) {
    for (Clause clause : report.checked()) {
      findings.checked(Rule.of(clause));
    }
    long order = run.count();
    if (report.verdict() instanceof Verdict.Invalid invalid) {
      findings.broken(invalid, where, order);
      return;
    }
    report.unchecked().stream()
        .filter(gap -> gap.clause() == Clause.HEADER_VERSION || gap.clause() == Clause.NO_TIMEWARP)
        .forEach(gap -> findings.unchecked(gap.clause(), gap.why()));
    broken(header).ifPresentOrElse(bad -> findings.broken(bad, where, order), () -> count(header));
  }

  private Optional<Verdict.Invalid> broken(BlockHeader header) {
    if (run.isEmpty()) {
      return Optional.empty();
    }
    if (!header.prevHash().equals(run.parent().hash())) {
      return Optional.of(
          Verdict.invalid(
              Clause.PARENT_KNOWN, "its parent " + header.prevHash() + " is not the one before it"));
    }
    long time = Integer.toUnsignedLong(header.time());
    if (run.count() >= MEDIAN_SPAN && time <= HeaderRules.medianTimePast(run)) {
      return Optional.of(
          Verdict.invalid(
              Clause.TIME_AFTER_MEDIAN, "time " + time + " is not after the median time past"));
    }
    return Optional.empty();
  }

  private void count(BlockHeader header) {
    if (run.isEmpty()) {
      findings.unchecked(Clause.PARENT_KNOWN, "the parent of the first header is not known");
    }
    if (run.count() < MEDIAN_SPAN) {
      findings.unchecked(Clause.TIME_AFTER_MEDIAN, "the eleven headers before it are not known");
    }
    boolean same = !run.isEmpty() && run.parent().nbits() == header.nbits();
    changes += same ? 0 : 1;
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", network.id());
    facts.put("headers", (long) run.count());
    if (run.isEmpty()) {
      return facts;
    }
    if (known) {
      facts.put("first_height", (long) run.lowest());
      facts.put("height", (long) run.height());
    }
    facts.put("last_hash", run.parent().hash().display());
    facts.put("work", run.work().toString(16));
    if (!known) {
      facts.put("retargets_not_checked", changes);
    } else if (run.lowest() == 0) {
      facts.put("has_minimum_work", Checkpoint.of(network).isReachedBy(run.work()));
    }
    return facts;
  }
}
