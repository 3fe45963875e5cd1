package org.gruve.core.check;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;

/** A coin as Core stores it (compressor.h, coins.h): height and flag, amount, script. */
final class CompressedCoin {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

  private CompressedCoin() {}

  static Coin read(ByteReader in) {
    long code = varint(in);
    long value = amount(varint(in));
    return Coin.of(new TxOut(value, script(in)), (int) (code >> 1), (code & 1) == 1);
  }

  private static long varint(ByteReader in) {
    long number = 0;
    while (true) {
      int next = in.uint8();
      number = number << 7 | (next & 0x7f);
      if ((next & 0x80) == 0) {
        return number;
      }
      number++;
    }
  }

  private static long amount(long compressed) {
    if (compressed == 0) {
      return 0;
    }
    long rest = compressed - 1;
    int exponent = (int) (rest % 10);
    rest /= 10;
    long number = exponent < 9 ? rest / 9 * 10 + rest % 9 + 1 : rest + 1;
    for (int i = 0; i < exponent; i++) {
      number *= 10;
    }
    return number;
  }

  private static Bytes script(ByteReader in) {
    int kind = (int) varint(in);
    return switch (kind) {
      case 0 -> Bytes.ofHex("76a914").then(in.bytes(20)).then(Bytes.ofHex("88ac"));
      case 1 -> Bytes.ofHex("a914").then(in.bytes(20)).then(Bytes.ofHex("87"));
      case 2, 3 -> Bytes.ofHex("210" + kind).then(in.bytes(32)).then(Bytes.ofHex("ac"));
      case 4, 5 -> Bytes.ofHex("41").then(key(kind, in.bytes(32))).then(Bytes.ofHex("ac"));
      default -> in.bytes(kind - 6);
    };
  }

  private static Bytes key(int kind, Bytes x) {
    byte[] compressed = Bytes.ofHex("0" + (kind - 2)).then(x).toArray();
    return Bytes.of(CURVE.getCurve().decodePoint(compressed).getEncoded(false));
  }
}
