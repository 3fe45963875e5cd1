package org.gruve.practice;

import java.nio.charset.StandardCharsets;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** A practice block's coinbase, legacy form, in its two parts around the extranonces. */
record CoinbaseParts(Bytes before, Bytes after) {
  /** Room for extranonce1 and extranonce2 together. */
  static final int EXTRANONCE_ROOM = 8;

  private static final Bytes TAG = Bytes.of("/gruve practice/".getBytes(StandardCharsets.US_ASCII));

  /**
   * The coinbase of a block, which pays to anyone.
   *
   * @param serial sets this job's work apart from that of every other at the same height
   */
  static CoinbaseParts of(int height, long value, int serial) {
    Bytes serialBytes = Bytes.of(new ByteWriter().int32(serial).toArray());
    Bytes begin = ScriptPush.number(height).then(ScriptPush.data(serialBytes));
    Bytes end = ScriptPush.data(TAG);
    int scriptSize = begin.size() + 1 + EXTRANONCE_ROOM + end.size();
    ByteWriter before = new ByteWriter().int32(2).uint8(1).hash(Hash256.ZERO).int32(-1);
    before.compactSize(scriptSize).raw(begin.toArray()).uint8(EXTRANONCE_ROOM);
    // BIP54: a coinbase is locked to the height before its own, by a sequence that lets the lock
    // count, so that no two coinbases can ever be the same transaction.
    ByteWriter after = new ByteWriter().raw(end.toArray()).int32(0xfffffffe);
    after.uint8(1).int64(value).bytes(Coin.ANYONE).int32(height - 1);
    return new CoinbaseParts(Bytes.of(before.toArray()), Bytes.of(after.toArray()));
  }

  /** The whole transaction. */
  byte[] with(Bytes extranonce1, Bytes extranonce2) {
    return before.then(extranonce1).then(extranonce2).then(after).toArray();
  }
}
