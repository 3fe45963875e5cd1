package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.core.block.Block;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/** How a coinbase commits to its block's witnesses (BIP141; Core: CheckWitnessMalleation). */
final class WitnessCommitment {
  private static final Bytes PREFIX = Bytes.ofHex("6a24aa21a9ed");

  private WitnessCommitment() {}

  static Verdict checkWitnessMalleation(Block block, boolean segwitActive) {
    Optional<Hash256> commitment = segwitActive ? commitment(block) : Optional.empty();
    if (commitment.isPresent()) {
      return checkCommitment(block, commitment.get());
    }
    if (block.transactions().stream().anyMatch(Transaction::hasWitness)) {
      return Verdict.mutated(Clause.NO_UNEXPECTED_WITNESS, "a witness without a commitment to it");
    }
    return Verdict.valid();
  }

  /** Whether a block has neither a witness nor what looks like a commitment to witnesses. */
  static boolean isPlain(Block block) {
    return commitment(block).isEmpty()
        && block.transactions().stream().noneMatch(Transaction::hasWitness);
  }

  private static Verdict checkCommitment(Block block, Hash256 commitment) {
    List<Bytes> witness = block.transactions().getFirst().inputs().getFirst().witness();
    if (witness.size() != 1 || witness.getFirst().size() != 32) {
      return Verdict.mutated(
          Clause.WITNESS_RESERVED_VALUE, "the coinbase's witness is not one item of 32 bytes");
    }
    Hash256 computed = Sha256d.hash(witnessRoot(block).bytes(), witness.getFirst().toArray());
    return computed.equals(commitment)
        ? Verdict.valid()
        : Verdict.mutated(
            Clause.WITNESS_COMMITMENT, "the witnesses are not those the coinbase commits to");
  }

  /** The last output that looks like a commitment counts. */
  private static Optional<Hash256> commitment(Block block) {
    List<TxOut> outputs =
        block.transactions().isEmpty() ? List.of() : block.transactions().getFirst().outputs();
    OptionalInt index = index(outputs);
    return index.isEmpty()
        ? Optional.empty()
        : Optional.of(Hash256.of(outputs.get(index.getAsInt()).script().toArray(), PREFIX.size()));
  }

  /** Which output it is (Core: GetWitnessCommitmentIndex). */
  static OptionalInt index(List<TxOut> outputs) {
    for (int i = outputs.size() - 1; i >= 0; i--) {
      Bytes script = outputs.get(i).script();
      if (script.size() >= PREFIX.size() + 32 && script.startsWith(PREFIX)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The coinbase, which holds the commitment, stands for zeros. */
  private static Hash256 witnessRoot(Block block) {
    List<Hash256> leaves = new ArrayList<>(block.transactions().size());
    leaves.add(Hash256.ZERO);
    block.transactions().stream().skip(1).map(Transaction::wtxid).forEach(leaves::add);
    return MerkleTree.root(leaves).hash();
  }
}
