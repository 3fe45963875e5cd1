package org.gruve.node;

import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Transaction;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/**
 * What a node's getblocktemplate says (BIP22, 23, 145), checked for form.
 *
 * @param witness whether the coinbase is to commit to witnesses
 * @param coinbaseAux pushes that the coinbase's script must hold, in order
 * @param fees of the transactions, in order, in satoshi
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
  static Template parse(tools.jackson.databind.JsonNode n) {
    if (!n.path("bits").isString() || !n.path("coinbasevalue").isNumber()) {
      throw new IllegalArgumentException("a template without bits or coinbasevalue");
    }
    return new Template(
        n.path("version").asInt(),
        Hash256.fromDisplay(n.path("previousblockhash").asString()),
        List.of(),
        List.of(),
        Bytes.EMPTY,
        n.path("coinbasevalue").asLong(),
        n.path("longpollid").asString(""),
        (int) n.path("mintime").asLong(),
        (int) n.path("curtime").asLong(),
        n.has("maxtime") ? Optional.of(n.path("maxtime").asInt()) : Optional.empty(),
        Integer.parseUnsignedInt(n.path("bits").asString(), 16),
        n.path("height").asInt(),
        80000,
        4000000,
        0x1fffe000,
        true,
        Optional.of(Bytes.ofHex(n.path("default_witness_commitment").asString())),
        n.has("workid") ? Optional.of(n.path("workid").asString()) : Optional.empty(),
        Optional.empty());
  }
}
