package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gruve.core.block.Block;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.BlockScriptFlags;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Context;
import org.gruve.core.check.Network;
import org.gruve.core.check.RandomMutations;
import org.gruve.core.check.RegtestWorld;
import org.gruve.core.check.Report;
import org.gruve.core.check.TransactionValidation;
import org.gruve.core.check.Verdict;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.ScriptVerifier;
import org.gruve.core.script.SignatureChecks;
import org.gruve.core.script.SpentTransaction;
import org.gruve.core.script.SpotChecks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is changed at random must be judged as a real node judges it, in the same words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreOracleTest {
  private static final int HEIGHT = 140;
  private static final int BLOCKS = Integer.getInteger("gruve.oracle.blocks", 5_000);
  private static final int TRANSACTIONS = Integer.getInteger("gruve.oracle.transactions", 5_000);

  /** What a node that relays everything still asks beyond the rules of blocks. */
  private static final ScriptFlags RELAY = ScriptFlags.all().without(ScriptFlag.SIGPUSHONLY);

  /** What the pool of unconfirmed transactions calls otherwise than blocks do. */
  private static final Map<String, String> IN_BLOCKS =
      Map.of(
          "missing-inputs", "bad-txns-inputs-missingorspent",
          "non-final", "bad-txns-nonfinal",
          "non-BIP68-final", "bad-txns-nonfinal");

  /** Rules of that pool which no block has to keep. */
  private static final Set<String> RELAY_ONLY = Set.of("coinbase", "tx-size-small");

  private static final ScriptFlags BINDING =
      BlockScriptFlags.of(Network.REGTEST, HEIGHT + 1, Hash256.ZERO);

  private final long seed = Long.getLong("gruve.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final RegtestWorld world = new RegtestWorld(random);
  private final RandomMutations mutations = new RandomMutations(random);
  private final BlockValidation blocks =
      new BlockValidation(Network.REGTEST, signatures(), Runnable::run);
  private final TransactionValidation transactions =
      new TransactionValidation(Network.REGTEST, signatures(), Runnable::run);
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private Bitcoind node;

  @BeforeAll
  void raiseTheSameChain(@TempDir Path folder) throws IOException {
    node = Bitcoind.start(folder);
    System.out.println("seed " + seed + " (-Dgruve.seed)");
    for (int i = 0; i < HEIGHT; i++) {
      RegtestWorld.Draft draft = world.draft(i < 101 ? 0 : 8);
      Block block = draft.block();
      assertThat(node.call("submitblock", hex(block.bytes())).result().isNull()).isTrue();
      world.add(draft, block);
    }
  }

  @AfterAll
  void stop() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void judgesBlocksAsCoreDoes() {
    Context context = context();
    for (int i = 0; i < BLOCKS; i++) {
      Block valid = world.draft(1 + random.nextInt(6)).block();
      byte[] bytes =
          random.nextInt(10) == 0 ? mutations.bytes(valid.bytes()) : mutations.block(valid).bytes();
      String ours = ofBlock(bytes, context);
      String theirs = theirs(bytes, ours);
      boolean either = isScript(ours) && isScript(theirs) && scripts(bytes).contains(theirs);
      compare(either ? theirs : ours, theirs, bytes);
    }
    conclude(BLOCKS);
  }

  @Test
  void judgesTransactionsAsCoreDoes() {
    Context context = context();
    for (int i = 0; i < TRANSACTIONS; i++) {
      Transaction valid = world.transaction().getFirst();
      byte[] bytes =
          random.nextInt(4) == 0
              ? mutations.bytes(valid.bytes())
              : mutations.transaction(valid).bytes();
      String theirs = relayed(bytes);
      if (RELAY_ONLY.contains(theirs)) {
        verdicts.merge(theirs, 1, Integer::sum);
      } else {
        compare(ofTransaction(bytes, context), theirs, bytes);
      }
    }
    conclude(TRANSACTIONS);
  }

  private static SpotChecks signatures() {
    return SpotChecks.of(new BouncyCastleVerifier(), new Random(1));
  }

  private Context context() {
    return Context.NONE.withAncestors(world.chain()).withNow(Bitcoind.NOW).withCoins(world.view());
  }

  private String ofBlock(byte[] bytes, Context context) {
    try {
      return words(blocks.check(Block.parse(bytes), context));
    } catch (FormatException e) {
      // The node's calls do not mind bytes after the end of a block.
      boolean longer = String.valueOf(e.getMessage()).contains("bytes too many");
      return longer ? ofBlock(Arrays.copyOf(bytes, e.offset()), context) : "Block decode failed";
    }
  }

  private String ofTransaction(byte[] bytes, Context context) {
    try {
      return words(transactions.check(Transaction.parse(bytes), context, RELAY));
    } catch (FormatException _) {
      return "TX decode failed";
    }
  }

  private static String words(Report report) {
    return switch (report.verdict()) {
      case Verdict.Invalid broken -> broken.rejectReason();
      case Verdict.Valid(var unchecked) -> {
        assertThat(unchecked).isEmpty();
        yield "valid";
      }
    };
  }

  private static boolean isScript(String verdict) {
    return verdict.startsWith("block-script-verify-flag-failed");
  }

  /** What is wrong with each input: which of many is told depends on the node's threads. */
  private List<String> scripts(byte[] bytes) {
    Map<OutPoint, TxOut> made = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Transaction tx : Block.parse(bytes).transactions()) {
      if (!tx.isCoinbase()) {
        wrong.addAll(scripts(tx, made));
      }
      for (int i = 0; i < tx.outputs().size(); i++) {
        made.put(new OutPoint(tx.txid(), i), tx.outputs().get(i));
      }
    }
    return wrong;
  }

  private List<String> scripts(Transaction tx, Map<OutPoint, TxOut> made) {
    List<TxOut> outputs =
        tx.inputs().stream()
            .map(in -> Optional.ofNullable(made.get(in.prevout())).orElseGet(() -> coin(in)))
            .toList();
    SpentTransaction spent = new SpentTransaction(tx, outputs);
    return IntStream.range(0, outputs.size())
        .mapToObj(
            i ->
                ScriptVerifier.verify(
                    spent, i, BINDING, SignatureChecks.exact(new BouncyCastleVerifier())))
        .map(error -> "block-script-verify-flag-failed (" + error.sentence() + ")")
        .toList();
  }

  private TxOut coin(TxIn in) {
    return world.view().coin(in.prevout()).orElseThrow().output();
  }

  /**
   * A valid block is only proposed, since the chain must stay as it is; so is one without a
   * reserved value in its coinbase's witness, which submitblock would add.
   */
  private String theirs(byte[] bytes, String ours) {
    Bitcoind.Answer answer =
        ours.equals("valid") || ours.equals("bad-witness-nonce-size")
            ? node.call("getblocktemplate", Map.of("mode", "proposal", "data", hex(bytes)))
            : node.call("submitblock", hex(bytes));
    if (answer.code() != 0) {
      return answer.message();
    }
    if (answer.result().isNull() && !ours.equals("valid")) {
      // Back to the chain that both had.
      node.call("invalidateblock", node.call("getbestblockhash").result().asString());
    }
    return answer.result().isNull() ? "valid" : answer.result().asString();
  }

  private String relayed(byte[] bytes) {
    Bitcoind.Answer answer = node.call("testmempoolaccept", List.of(hex(bytes)), 0);
    if (answer.code() != 0) {
      return answer.message().replaceFirst("(TX decode failed).*", "$1");
    }
    var result = answer.result().get(0);
    String reason = result.path("reject-reason").asString("");
    return result.path("allowed").asBoolean() ? "valid" : IN_BLOCKS.getOrDefault(reason, reason);
  }

  private void compare(String ours, String theirs, byte[] bytes) {
    verdicts.merge(theirs, 1, Integer::sum);
    if (!ours.equals(theirs)) {
      differences.add(ours + " where Core says " + theirs + ": " + hex(bytes));
      if (differences.size() == 1) {
        System.out.println(differences.getFirst());
      }
    }
  }

  private void conclude(int count) {
    verdicts.forEach((verdict, times) -> System.out.println(times + " " + verdict));
    Map<String, Integer> kinds = new TreeMap<>();
    differences.forEach(d -> kinds.merge(d.replaceFirst(": .*", ""), 1, Integer::sum));
    System.out.println(kinds);
    verdicts.clear();
    assertThat(kinds).as("%d changes, seed %d", count, seed).isEmpty();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
