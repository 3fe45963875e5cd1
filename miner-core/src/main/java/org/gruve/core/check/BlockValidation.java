package org.gruve.core.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.gruve.core.block.Block;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Clause.Scope;
import org.gruve.core.check.InputScripts.Outcome;
import org.gruve.core.check.InputScripts.Running;
import org.gruve.core.check.Verdict.Unchecked;
import org.gruve.core.check.Verdict.Valid;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.Beside;
import org.gruve.core.script.SharedWork;
import org.gruve.core.script.SpotChecks;

/**
 * Asks of a block all that can be asked with what is known (Core: ProcessNewBlock, then
 * ConnectBlock). What cannot be asked is said in the report, with the reason.
 */
public final class BlockValidation {
  private static final Set<Scope> SCOPES = EnumSet.of(Scope.HEADER, Scope.BLOCK, Scope.TRANSACTION);

  private static final Verdict SCRIPTS_UNKNOWN =
      new Valid(
          List.of(
              new Unchecked(Clause.SCRIPT_FLAGS, Missing.HEIGHT),
              new Unchecked(Clause.SCRIPTS, Missing.HEIGHT)));
  private static final int HASHED_TOGETHER = 256;

  private final Network network;
  private final Executor executor;
  private final InputScripts scripts;
  private final SignetSolution signet;

  /** Verifies signatures by these means; the executor runs scripts in parallel. */
  public BlockValidation(Network network, SpotChecks signatures, Executor executor) {
    this.network = network;
    this.executor = executor;
    this.scripts = new InputScripts(signatures, executor);
    this.signet = new SignetSolution(network, scripts);
  }

  /**
   * Checks a block. Without a height in the context, the height that the coinbase names is assumed
   * where the header's version says that it names one.
   */
  public Report check(Block block, Context context) {
    List<String> assumed = new ArrayList<>();
    Context known = Assumptions.of(network, block, context, assumed);
    hash(block.transactions());
    Verdict before =
        HeaderRules.checkBlockHeader(network, block.header())
            .then(() -> checkBlock(block))
            .then(() -> HeaderRules.acceptBlockHeader(network, block.header(), known));
    if (!before.isValid()) {
      return Report.of(before, Clause.of(network, SCOPES), assumed, 0, inputs(block));
    }
    Beside<Verdict> inPlace =
        Beside.begin(executor, () -> BlockRules.contextualCheckBlock(network, block, known));
    return connect(block, known, () -> before.then(inPlace::answer), assumed);
  }

  /**
   * Checks a block that is still to be mined (Core: TestBlockValidity without its proof of work):
   * nBits must be within the network's limit, and all else is asked as of any block.
   *
   * @param challenge of a signet that has one of its own
   */
  public Report checkTemplate(Block block, Context known, Optional<Bytes> challenge) {
    SignetSolution solution =
        challenge.map(own -> new SignetSolution(network, own, scripts)).orElse(signet);
    hash(block.transactions());
    Verdict before =
        HeaderRules.checkLimit(network, block.header())
            .then(() -> solution.check(block))
            .then(() -> BlockRules.checkBlock(block))
            .then(() -> HeaderRules.contextualCheckBlockHeader(network, block.header(), known))
            .then(() -> BlockRules.contextualCheckBlock(network, block, known));
    return before.isValid()
        ? connect(block, known, () -> before, new ArrayList<>())
        : Report.of(before, Clause.of(network, SCOPES), List.of(), 0, inputs(block));
  }

  /**
   * Only what has to be asked when a block that {@link #check} or its like found valid in its place
   * is connected (Core: ConnectBlock, without its second CheckBlock).
   */
  Report connect(Block block, Context context) {
    return connect(block, context, Verdict::valid, new ArrayList<>());
  }

  /** Context-free rules (Core: CheckBlock after its header). */
  Verdict checkBlock(Block block) {
    return signet.check(block).then(() -> BlockRules.checkBlock(block));
  }

  /** What it spends is looked up while what comes before is still being asked elsewhere. */
  private Report connect(
      Block block, Context context, Supplier<Verdict> before, List<String> assumed) {
    int inputs = inputs(block);
    List<Clause> clauses = Clause.of(network, SCOPES);
    BlockConnection connection = new BlockConnection(network, block, context);
    Running running = scripts.begin(connection.flags());
    Verdict spending = connection.check(context.height().isPresent() ? running::add : _ -> {});
    Verdict connected = before.get().then(() -> spending);
    if (!connected.isValid()) {
      running.abandon();
      return Report.of(connected, clauses, assumed, 0, inputs);
    }
    Assumptions.ofCoins(context, connection, assumed);
    if (context.height().isEmpty()) {
      return Report.of(connected.then(() -> SCRIPTS_UNKNOWN), clauses, assumed, 0, inputs);
    }
    Outcome outcome = running.outcome();
    Verdict whole = connected.then(() -> ScriptVerdicts.ofBlock(outcome, inputs));
    return Report.of(whole, clauses, assumed, outcome.verified(), inputs);
  }

  /** On all cores, since the rules then ask for the hashes one after the other. */
  private void hash(List<Transaction> transactions) {
    SharedWork.run(
        Math.ceilDiv(transactions.size(), HASHED_TOGETHER),
        executor,
        piece -> {
          int begin = piece * HASHED_TOGETHER;
          int end = Math.min(transactions.size(), begin + HASHED_TOGETHER);
          for (Transaction transaction : transactions.subList(begin, end)) {
            transaction.txid();
            transaction.wtxid();
          }
        });
  }

  private static int inputs(Block block) {
    return block.transactions().stream()
        .filter(transaction -> !transaction.isCoinbase())
        .mapToInt(transaction -> transaction.inputs().size())
        .sum();
  }
}
