package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.SpentTransaction;

/** Whether a signet block is signed (BIP325; Core: signet.cpp, CheckSignetBlockSolution). */
final class SignetSolution {
  private static final ScriptFlags FLAGS =
      ScriptFlags.of(ScriptFlag.P2SH, ScriptFlag.WITNESS, ScriptFlag.DERSIG, ScriptFlag.NULLDUMMY);

  private static final Bytes DEFAULT_CHALLENGE =
      Bytes.ofHex(
          "512103ad5e0edad18cb1f0fc0d28a3d4f1f3e445640337489abb10404f2d1e086be430"
              + "210359ef5021964fe22d6f8e05b2463c9540ce96883fe3b278760f048f5189f2e6c452ae");

  private final Network network;
  private final Bytes challenge;
  private final InputScripts scripts;

  SignetSolution(Network network, InputScripts scripts) {
    this(network, DEFAULT_CHALLENGE, scripts);
  }

  /** For a signet with a challenge of its own. */
  SignetSolution(Network network, Bytes challenge, InputScripts scripts) {
    this.network = network;
    this.challenge = challenge;
    this.scripts = scripts;
  }

  /** Good on every other network. */
  Verdict check(Block block) {
    if (network != Network.SIGNET || block.header().hash().equals(network.genesisHeader().hash())) {
      return Verdict.valid();
    }
    boolean solved = toSign(block).map(this::holds).orElse(false);
    return solved
        ? Verdict.valid()
        : Verdict.invalid(Clause.SIGNET_SOLUTION, "the block is not signed as signet demands");
  }

  private boolean holds(Transaction toSign) {
    SpentTransaction spent = new SpentTransaction(toSign, List.of(new TxOut(0, challenge)));
    return scripts.holds(spent, FLAGS);
  }

  /** The transaction whose scripts tell (Core: SignetTxs::Create); nothing where it has no form. */
  private Optional<Transaction> toSign(Block block) {
    if (block.transactions().isEmpty()) {
      return Optional.empty();
    }
    Transaction coinbase = block.transactions().getFirst();
    OptionalInt index = WitnessCommitment.index(coinbase.outputs());
    if (index.isEmpty()) {
      return Optional.empty();
    }
    TxOut output = coinbase.outputs().get(index.getAsInt());
    SignetSection section = SignetSection.of(output.script());
    List<TxOut> outputs = new ArrayList<>(coinbase.outputs());
    outputs.set(index.getAsInt(), new TxOut(output.value(), section.rest()));
    Transaction cleared =
        new Transaction(coinbase.version(), coinbase.inputs(), outputs, coinbase.lockTime());
    return signing(section, toSpend(block, cleared).txid());
  }

  /** Spends an output that the challenge locks, with the solution; none is an empty one. */
  private static Optional<Transaction> signing(SignetSection section, Hash256 toSpend) {
    OutPoint prevout = new OutPoint(toSpend, 0);
    TxIn input;
    try {
      input = section.solution().map(data -> input(prevout, data)).orElse(empty(prevout));
    } catch (FormatException e) {
      return Optional.empty();
    }
    TxOut nowhere = new TxOut(0, Bytes.ofHex("6a"));
    return Optional.of(new Transaction(0, List.of(input), List.of(nowhere), 0));
  }

  private static TxIn empty(OutPoint prevout) {
    return new TxIn(prevout, Bytes.EMPTY, 0, List.of());
  }

  private static TxIn input(OutPoint prevout, Bytes solution) {
    ByteReader in = new ByteReader(solution.toArray());
    Bytes script = in.bytes();
    int count = in.count(1);
    List<Bytes> witness = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      witness.add(in.bytes());
    }
    in.end();
    return new TxIn(prevout, script, 0, witness);
  }

  /** Makes that output, and commits to the block without its solution. */
  private Transaction toSpend(Block block, Transaction cleared) {
    List<Hash256> leaves = new ArrayList<>(block.txids());
    leaves.set(0, cleared.txid());
    BlockHeader header = block.header();
    byte[] signed =
        new ByteWriter()
            .int32(header.version())
            .hash(header.prevHash())
            .hash(MerkleTree.root(leaves).hash())
            .int32(header.time())
            .toArray();
    Bytes script = Bytes.ofHex("00").then(ScriptPush.data(Bytes.of(signed)));
    TxIn input = new TxIn(OutPoint.NULL, script, 0, List.of());
    return new Transaction(0, List.of(input), List.of(new TxOut(0, challenge)), 0);
  }
}
