package org.gruve.validate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.Clause;
import org.gruve.core.check.Clause.Scope;
import org.gruve.core.check.HeaderRun;
import org.gruve.core.check.Network;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.check.Verdict.Unchecked;

/** Checks headers that follow each other, until one is broken. */
public final class HeaderCheck {
  private static final int SIZE = BlockHeader.SIZE;

  private final Network network;
  private final HeaderRun run;
  private final OptionalInt start;
  private final HeaderArchive archive;

  private HeaderCheck(Network network, OptionalInt start, long now) {
    this.network = network;
    this.start = start;
    this.run = new HeaderRun(network, start, OptionalLong.of(now));
    this.archive = new HeaderArchive(start.orElse(0));
  }

  /**
   * Checks all headers of a source. Without a height, the first one's is known where it is the
   * network's genesis or checkpoint; else links, proofs of work and times still are checked.
   *
   * @param now unsigned seconds
   * @param progress is told how many are done
   */
  public static HeaderCheck of(
      Network network, OptionalInt start, long now, HeaderSource source, LongConsumer progress) {
    byte[] bytes = source.next();
    if (bytes.length == 0) {
      throw InputException.invalid(source.name() + " holds no header");
    }
    OptionalInt height = start.isPresent() ? start : knownHeight(network, bytes);
    HeaderCheck check = new HeaderCheck(network, height, now);
    while (bytes.length > 0 && check.add(bytes)) {
      progress.accept(check.archive.count());
      bytes = source.next();
    }
    return check;
  }

  /** What was found. */
  public Result result() {
    return new Result("headers", findings(), facts());
  }

  /**
   * The headers up to the parent of another; nothing where it is not among them. InputException
   * where heights are not known, or the headers themselves are broken.
   */
  public Optional<Ancestors> before(BlockHeader header) {
    if (!knowsHeights()) {
      throw InputException.usage("the headers do not begin with genesis: say --start-height");
    }
    requireGood();
    return archive.heightOf(header.prevHash()).map(height -> archive.before(height + 1));
  }

  /** What is taken for granted by whoever judges by these headers. */
  public List<String> assumed() {
    return findings().assumed();
  }

  /** InputException where any header is broken, since nothing can be judged by it. */
  void requireGood() {
    findings()
        .broken()
        .ifPresent(
            broken -> {
              throw InputException.invalid(
                  "the headers to judge by are broken, "
                      + broken.where()
                      + ", "
                      + broken.rejectReason()
                      + ": "
                      + broken.sentence());
            });
  }

  /** All headers that hold, 80 bytes each. */
  public byte[] bytes() {
    return archive.bytes();
  }

  /** The last headers that hold, so many or as many as there are. */
  List<BlockHeader> last(int most) {
    int from = Math.max(archive.lowest(), archive.height() - most + 1);
    return IntStream.rangeClosed(from, archive.height()).mapToObj(archive::header).toList();
  }

  /** Headers that hold, from the first on. */
  HeaderArchive headers() {
    return archive;
  }

  /** Whether their heights are known. */
  boolean knowsHeights() {
    return start.isPresent();
  }

  /**
   * Whether they begin with genesis and have the work that the network's chain is known to have.
   */
  boolean hasMinimumWork() {
    boolean genesis = start.isPresent() && start.getAsInt() == 0;
    return genesis && Checkpoint.of(network).isReachedBy(run.summary().work());
  }

  /** Whether the network's checkpoint is among them, where it belongs. */
  private boolean hasCheckpoint() {
    Checkpoint checkpoint = Checkpoint.of(network);
    return start.isPresent()
        && archive
            .at(checkpoint.height())
            .map(BlockHeader::hash)
            .equals(Optional.of(checkpoint.hash()));
  }

  /** Whether the checkpoint is among them, and says that the header at a height is genuine. */
  boolean isVouchedFor(int height) {
    return hasCheckpoint()
        && Checkpoint.of(network).vouchesFor(height, archive.lowest(), network.pow().interval());
  }

  Findings findings() {
    HeaderRun.Summary summary = run.summary();
    Findings findings = new Findings();
    Optional<Clause> broken = summary.broken().map(Invalid::clause);
    Arrays.stream(Clause.values())
        .filter(clause -> clause.scope() == Scope.HEADER && clause.appliesTo(network))
        .takeWhile(clause -> !broken.equals(Optional.of(clause)) || summary.good() > 0)
        .forEach(clause -> findings.checked(Rule.of(clause)));
    for (Unchecked gap : summary.unchecked()) {
      findings.unchecked(gap.clause(), gap.why());
    }
    if (summary.good() > 0 && archive.lowest() == 0 && knowsHeights() && !hasMinimumWork()) {
      findings.assume(
          "this is the chain of "
              + network
              + ", although it has less work than that is known to have");
    }
    int next = archive.lowest() + summary.good();
    String where =
        knowsHeights() ? "header " + next : "header " + next + " of the input, counted from 0";
    summary.broken().ifPresent(invalid -> findings.broken(invalid, where, next));
    return findings;
  }

  private boolean add(byte[] bytes) {
    int headers = bytes.length / SIZE;
    boolean good = run.add(bytes, 0, headers);
    int added = run.summary().good() - archive.count();
    for (int i = 0; i < added; i++) {
      archive.add(bytes, i * SIZE);
    }
    return good;
  }

  private static OptionalInt knownHeight(Network network, byte[] bytes) {
    BlockHeader first = BlockHeader.parse(bytes, 0);
    Checkpoint checkpoint = Checkpoint.of(network);
    if (first.equals(network.genesisHeader())) {
      return OptionalInt.of(0);
    }
    return first.hash().equals(checkpoint.hash())
        ? OptionalInt.of(checkpoint.height())
        : OptionalInt.empty();
  }

  private Map<String, Object> facts() {
    HeaderRun.Summary summary = run.summary();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", network.id());
    facts.put("headers", (long) summary.good());
    if (summary.good() > 0 && knowsHeights()) {
      facts.put("first_height", (long) archive.lowest());
      facts.put("last_height", (long) archive.height());
    }
    summary.lastGood().ifPresent(hash -> facts.put("last_hash", hash.display()));
    facts.put("work_hex", summary.work().toString(16));
    facts.put("retargets_not_checked", (long) summary.uncheckedRetargets());
    if (knowsHeights() && archive.lowest() == 0) {
      facts.put("has_minimum_work", hasMinimumWork());
    }
    return facts;
  }
}
