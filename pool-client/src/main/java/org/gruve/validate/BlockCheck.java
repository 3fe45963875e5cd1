package org.gruve.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gruve.core.block.Block;
import org.gruve.core.block.FormatException;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Clause;
import org.gruve.core.check.Context;
import org.gruve.core.check.Network;
import org.gruve.core.check.Report;
import org.gruve.core.check.Verdict;

/** Checks one block with whatever is known besides it. */
public final class BlockCheck {
  private final Network network;
  private final Means means;
  private final long now;

  /**
   * By the rules of a network.
   *
   * @param now unsigned seconds
   */
  public BlockCheck(Network network, Means means, long now) {
    this.network = network;
    this.means = means;
    this.now = now;
  }

  /** What is known besides a block's bytes, once it is known which block they are. */
  public record Known(
      OptionalInt height,
      Function<Block, Optional<Ancestors>> ancestors,
      Function<Block, Prevouts> prevouts) {
    /** Nothing. */
    public static final Known NOTHING =
        new Known(OptionalInt.empty(), block -> Optional.empty(), block -> Prevouts.none());
  }

  /** Checks the bytes of a block. */
  public Result check(byte[] bytes, Known known) {
    Block block;
    try {
      block = Block.parse(bytes);
    } catch (FormatException e) {
      return undecodable("block", Clause.BLOCK_FORMAT, e, network);
    }
    Prevouts prevouts = known.prevouts().apply(block);
    Context context = context(block, known).withNow(now).withCoins(prevouts);
    prevouts.requireBefore(context.height());
    Report report =
        new BlockValidation(network, means.signatures(), means.executor()).check(block, context);
    Findings findings = new Findings();
    findings.add(report);
    assume(findings, context, network);
    return new Result("block", findings, facts(block, bytes.length, context, prevouts));
  }

  /**
   * What somebody said about where it stands, and nothing here shows. Headers that do not lead back
   * to genesis may be anybody's, as long as they are mined.
   */
  static void assume(Findings findings, Context context, Network network) {
    Optional<Ancestors> before = context.ancestors();
    if (before.isPresent() && !isFromGenesis(before.get(), network)) {
      findings.assume(
          "the headers before it, from height "
              + before.get().lowest()
              + " on, are those of "
              + network);
    } else if (before.isEmpty() && context.height().isPresent()) {
      findings.assume("height " + context.height().getAsInt() + ", as it was given");
    }
  }

  private static boolean isFromGenesis(Ancestors before, Network network) {
    return before.lowest() == 0 && before.header(0).equals(network.genesisHeader());
  }

  /** What bytes that cannot be read break. */
  static Result undecodable(String subject, Clause clause, FormatException e, Network network) {
    // Core says this where an RPC is handed bytes; its deserialisation itself has no reasons.
    String reason =
        clause == Clause.TRANSACTION_FORMAT ? "TX decode failed" : clause.rejectReason();
    Findings findings = new Findings();
    String sentence = String.valueOf(e.getMessage());
    findings.broken(Verdict.broken(clause, reason, sentence, Verdict.Kind.FINAL), "", 0);
    return new Result(subject, findings, Map.of("network", network.id()));
  }

  /** A height and ancestors that contradict each other are the user's mistake. */
  private static Context context(Block block, Known known) {
    Context context = Context.NONE;
    Optional<Ancestors> ancestors = known.ancestors().apply(block);
    if (ancestors.isPresent()) {
      int next = ancestors.get().height() + 1;
      if (known.height().isPresent() && known.height().getAsInt() != next) {
        throw InputException.usage(
            "the headers say that the block has height "
                + next
                + ", not "
                + known.height().getAsInt());
      }
      return context.withAncestors(ancestors.get());
    }
    return known.height().isPresent() ? context.withHeight(known.height().getAsInt()) : context;
  }

  private Map<String, Object> facts(Block block, int size, Context context, Prevouts prevouts) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", network.id());
    facts.put("hash", block.header().hash().display());
    context.height().ifPresent(height -> facts.put("height", (long) height));
    facts.put("transactions", (long) block.transactions().size());
    facts.put("size", (long) size);
    facts.put("weight", (long) block.weight());
    if (!prevouts.coins().isEmpty()) {
      facts.put("prevouts", prevouts.format().toString());
    }
    return facts;
  }
}
