package org.gruve.stratum.v1;

import java.util.HexFormat;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/**
 * The parent hash as mining.notify writes it: the hashed order with the bytes of each of its eight
 * words reversed (docs/stratum-v1.md, 3). Nothing else on the wire is written like this.
 */
final class WireHash {
  private WireHash() {}

  static Hash256 read(Bytes wire) {
    return Hash256.of(wordsSwapped(wire.toArray()));
  }

  static String write(Hash256 hash) {
    return HexFormat.of().formatHex(wordsSwapped(hash.bytes()));
  }

  private static byte[] wordsSwapped(byte[] in) {
    byte[] out = new byte[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i ^ 3];
    }
    return out;
  }
}
