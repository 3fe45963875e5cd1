package org.gruve.node;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Target;
import org.gruve.core.check.Subsidy;
import org.gruve.core.hash.Bytes;
import tools.jackson.databind.JsonNode;

/** Reads one template. */
final class TemplateReader {
  private static final long UINT32 = 0xffff_ffffL;

  /** From here on a lock time is a time, and a height would not fit where ours must stand. */
  private static final int MOST_HEIGHT = 500_000_000 - 1;

  private static final int MOST_WEIGHT = 4_000_000;
  private static final int MOST_SIGOPS = 80_000;
  private static final int HEADER_WEIGHT = 320;
  private static final int MOST_TEXT = 1024;
  private static final int MOST_CHALLENGE = 10_000;

  /** A coinbase's script has 100 bytes; height and extranonces take 19 of them. */
  private static final int MOST_AUX = 80;

  private final TemplateFields fields;
  private final TemplateRules rules;

  private TemplateReader(JsonNode result) {
    this.fields = new TemplateFields(result, "");
    this.rules = TemplateRules.of(fields);
  }

  static Template read(JsonNode result) {
    TemplateReader reader = new TemplateReader(result);
    reader.refuseWhatWeCannotDo();
    return reader.template();
  }

  private Template template() {
    long weightLimit = weightLimit();
    long sigOpLimit = fields.optionalInteger("sigoplimit", 1, MOST_SIGOPS).orElse(MOST_SIGOPS);
    TemplateTransactions transactions = TemplateTransactions.of(fields, weightLimit);
    checkRoom(transactions, weightLimit, sigOpLimit);
    boolean witness = rules.has("segwit");
    int version = (int) fields.integer("version", Integer.MIN_VALUE, UINT32);
    int curTime = (int) fields.integer("curtime", 0, UINT32);
    return new Template(
        version,
        fields.hash("previousblockhash"),
        transactions.list(),
        transactions.fees(),
        coinbaseAux(),
        fields.integer("coinbasevalue", 0, Subsidy.MAX_MONEY),
        fields.optionalText("longpollid", MOST_TEXT).orElse(""),
        (int) fields.optionalInteger("mintime", 0, UINT32).orElse(0),
        curTime,
        time("maxtime"),
        nbits(),
        (int) fields.integer("height", 1, MOST_HEIGHT),
        sigOpLimit,
        weightLimit,
        VersionBits.mask(fields, version),
        witness,
        witness ? commitment(transactions) : Optional.empty(),
        fields.optionalText("workid", MOST_TEXT),
        fields.optionalBytes("signet_challenge", MOST_CHALLENGE));
  }

  private void refuseWhatWeCannotDo() {
    if (fields.has("coinbasetxn") && !fields.has("coinbasevalue")) {
      throw TemplateException.hopeless(
          "the node makes the coinbase itself (coinbasetxn, no coinbasevalue), so that it and not"
              + " you would be paid; mine on a node that leaves the coinbase to its miner");
    }
    String nonces = fields.optionalText("noncerange", 16).orElse("00000000ffffffff");
    if (!nonces.equalsIgnoreCase("00000000ffffffff")) {
      throw TemplateException.hopeless(
          "the node leaves only a part of the nonces to its miners (noncerange), which this program"
              + " cannot keep to");
    }
    if (rules.has("signet") || fields.has("signet_challenge")) {
      Bytes challenge =
          fields
              .optionalBytes("signet_challenge", MOST_CHALLENGE)
              .orElseThrow(() -> fields.missing("signet_challenge"));
      SignetChallenge.requireTrivial(challenge);
      if (!rules.has("segwit")) {
        throw fields.fault("rules", "name signet without segwit, which signet's blocks need");
      }
    }
  }

  /** Nodes from before segwit tell a size, each byte of which weighs four. */
  private long weightLimit() {
    long size = fields.optionalInteger("sizelimit", 1, UINT32).orElse(MOST_WEIGHT);
    long implied = Math.min(MOST_WEIGHT, 4 * size);
    return fields.optionalInteger("weightlimit", 1, MOST_WEIGHT).orElse(implied);
  }

  /** The node has left room for our coinbase; how much that needs is known when it is built. */
  private void checkRoom(TemplateTransactions all, long weightLimit, long sigOpLimit) {
    long weight = all.weight() + HEADER_WEIGHT + 4;
    if (weight > weightLimit) {
      throw fields.fault(
          "transactions",
          "weigh " + all.weight() + " and leave no room in its weight limit of " + weightLimit);
    }
    if (all.sigOps() > sigOpLimit) {
      throw fields.fault(
          "transactions",
          "cost " + all.sigOps() + " signature operations, more than its limit of " + sigOpLimit);
    }
  }

  private Bytes coinbaseAux() {
    Bytes pushes = Bytes.EMPTY;
    JsonNode aux = fields.object().path("coinbaseaux");
    if (fields.has("coinbaseaux") && !aux.isObject()) {
      throw fields.fault("coinbaseaux", "is not a JSON object");
    }
    if (aux.size() > MOST_AUX) {
      throw fields.fault("coinbaseaux", "has too many values");
    }
    for (String name : aux.propertyNames()) {
      Bytes value = Bytes.of(new TemplateFields(aux, "coinbaseaux value ").hex(name, MOST_AUX));
      if (value.size() > 0) {
        pushes = pushes.then(ScriptPush.data(value));
      }
      if (pushes.size() > MOST_AUX) {
        throw fields.fault("coinbaseaux", "does not fit into a coinbase of 100 bytes");
      }
    }
    return pushes;
  }

  private Optional<Integer> time(String name) {
    var seconds = fields.optionalInteger(name, 0, UINT32);
    return seconds.isPresent() ? Optional.of((int) seconds.getAsLong()) : Optional.empty();
  }

  private int nbits() {
    byte[] bytes = fields.hex("bits", 4);
    if (bytes.length != 4) {
      throw fields.fault("bits", "is not four bytes in hex");
    }
    int nbits = ByteBuffer.wrap(bytes).getInt();
    Target target =
        CompactBits.target(nbits)
            .orElseThrow(() -> fields.fault("bits", "stand for no target a hash could meet"));
    fields
        .optionalHex("target", 32)
        .filter(said -> !target.value().equals(new BigInteger(1, said)))
        .ifPresent(
            said -> {
              throw fields.fault("target", "is not what its bits stand for");
            });
    return nbits;
  }

  /** Ours; that of the node, where it names one, must be the same. */
  private Optional<Bytes> commitment(TemplateTransactions transactions) {
    Bytes ours = CommitmentOutput.script(transactions.list());
    fields
        .optionalBytes("default_witness_commitment", MOST_TEXT)
        .filter(theirs -> !theirs.equals(ours))
        .ifPresent(
            theirs -> {
              throw fields.fault(
                  "default_witness_commitment",
                  "is not what its transactions' witnesses hash to, which is " + ours);
            });
    return Optional.of(ours);
  }
}
