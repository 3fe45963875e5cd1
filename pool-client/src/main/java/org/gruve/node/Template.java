package org.gruve.node;

import java.util.List;
import java.util.Optional;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.block.Transaction;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import tools.jackson.databind.JsonNode;

/**
 * What a node's getblocktemplate says (BIP22, 23, 145), checked for form.
 *
 * @param witness whether the coinbase is to commit to witnesses
 * @param coinbaseAux pushes that the coinbase's script must hold, in order
 * @param fees of the transactions, in order, in satoshi; empty where the node does not tell all
 * @param versionMask the version's bits that may be rolled
 * @param minTime unsigned seconds, as {@code curTime}
 * @param maxTime where the node names one
 * @param workId to be said with the block, where the node names one
 * @param signetChallenge where the node is on a signet
 */
public record Template(
    int version,
    Hash256 previousHash,
    List<Transaction> transactions,
    List<Long> fees,
    Bytes coinbaseAux,
    long coinbaseValue,
    String longPollId,
    int minTime,
    int curTime,
    Optional<Integer> maxTime,
    int nbits,
    int height,
    long sigOpLimit,
    long weightLimit,
    int versionMask,
    boolean witness,
    Optional<Bytes> witnessCommitment,
    Optional<String> workId,
    Optional<Bytes> signetChallenge) {
  /** Keeps immutable copies of the lists. */
  public Template {
    transactions = List.copyOf(transactions);
    fees = List.copyOf(fees);
  }

  /**
   * Reads the result of getblocktemplate, strictly, and compares what the node says of its
   * transactions with what they are; a {@link TemplateException} names the field that is amiss.
   */
  public static Template parse(JsonNode result) {
    return TemplateReader.read(result);
  }

  /** What a block's hash must meet. */
  public Target target() {
    return CompactBits.target(nbits).orElseThrow();
  }

  /** The first second, unsigned, at which a block of it can be valid as far as is known. */
  public int time() {
    return Integer.compareUnsigned(curTime, minTime) < 0 ? minTime : curTime;
  }
}
