package org.gruve.node;

import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** A coinbase without witness, in its two parts around the extranonce2. */
record SoloCoinbase(Bytes prefix, Bytes suffix) {
  static final int EXTRANONCE1 = 4;
  static final int EXTRANONCE2 = 8;

  /** Longer ones are {@code bad-cb-length}. */
  private static final int MOST_SCRIPT = 100;

  static SoloCoinbase of(Template template, Bytes payout, Bytes tag, Bytes extranonce1) {
    Bytes begin = ScriptPush.number(template.height()).then(template.coinbaseAux());
    int extranonces = EXTRANONCE1 + EXTRANONCE2;
    int fixed = begin.size() + 1 + extranonces;
    if (fixed > MOST_SCRIPT) {
      throw TemplateException.of(
          "coinbaseaux", "leaves no room for an extranonce in a coinbase of 100 bytes");
    }
    Bytes end = tag.size() == 0 ? tag : ScriptPush.data(tag);
    // The node's own values are a must, our tag is not.
    Bytes last = fixed + end.size() <= MOST_SCRIPT ? end : Bytes.EMPTY;
    ByteWriter prefix = new ByteWriter().int32(2).uint8(1).hash(Hash256.ZERO).int32(-1);
    prefix.compactSize(fixed + last.size()).raw(begin.toArray());
    prefix.uint8(extranonces).raw(extranonce1.toArray());
    // BIP54: locked to the height before its own, by a sequence that lets the lock count, so that
    // no two coinbases can ever be the same transaction.
    ByteWriter suffix = new ByteWriter().raw(last.toArray()).int32(0xfffffffe);
    outputs(suffix, template, payout);
    suffix.int32(template.height() - 1);
    return new SoloCoinbase(Bytes.of(prefix.toArray()), Bytes.of(suffix.toArray()));
  }

  /** The commitment comes last, since the last that looks like one counts. */
  private static void outputs(ByteWriter out, Template template, Bytes payout) {
    out.compactSize(template.witnessCommitment().isPresent() ? 2 : 1);
    out.int64(template.coinbaseValue()).bytes(payout);
    template.witnessCommitment().ifPresent(script -> out.int64(0).bytes(script));
  }

  /** The whole transaction, as it is hashed. */
  byte[] with(byte[] extranonce2) {
    return prefix.then(Bytes.of(extranonce2)).then(suffix).toArray();
  }
}
