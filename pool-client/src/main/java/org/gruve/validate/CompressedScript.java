package org.gruve.validate;

import java.math.BigInteger;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.FormatException;
import org.gruve.core.hash.Bytes;

/** The scripts of Bitcoin Core's coins and undo data (Core: compressor.h, ScriptCompression). */
final class CompressedScript {
  private static final int SPECIAL = 6;
  private static final int MAX_SCRIPT_SIZE = 10_000;
  private static final Bytes UNSPENDABLE = Bytes.ofHex("6a");
  private static final Bytes PKH = Bytes.ofHex("76a914");
  private static final Bytes PKH_END = Bytes.ofHex("88ac");
  private static final Bytes SH = Bytes.ofHex("a914");
  private static final Bytes SH_END = Bytes.ofHex("87");
  private static final Bytes CHECKSIG = Bytes.ofHex("ac");
  private static final BigInteger P =
      BigInteger.ONE
          .shiftLeft(256)
          .subtract(BigInteger.ONE.shiftLeft(32))
          .subtract(BigInteger.valueOf(977));
  private static final BigInteger SQRT_EXPONENT =
      P.add(BigInteger.ONE).shiftRight(2); // P is 3 modulo 4

  private CompressedScript() {}

  static Bytes read(ByteReader in) {
    int start = in.position();
    long size = Amounts.varInt(in);
    if (Long.compareUnsigned(size, SPECIAL) < 0) {
      return special((int) size, in);
    }
    long rest = size - SPECIAL;
    if (Long.compareUnsigned(rest, in.remaining()) > 0) {
      throw new FormatException("a script beyond the end", start);
    }
    Bytes script = in.bytes((int) rest);
    // As in Core, no script of that size can ever be spent, and this one says so in one byte.
    return rest > MAX_SCRIPT_SIZE ? UNSPENDABLE : script;
  }

  private static Bytes special(int type, ByteReader in) {
    return switch (type) {
      case 0 -> PKH.then(in.bytes(20)).then(PKH_END);
      case 1 -> SH.then(in.bytes(20)).then(SH_END);
      case 2, 3 -> Bytes.of(new byte[] {33, (byte) type}).then(in.bytes(32)).then(CHECKSIG);
      default -> uncompressed(type == 5, in);
    };
  }

  /** A key of 65 bytes is kept as its x and whether its y is odd. */
  private static Bytes uncompressed(boolean odd, ByteReader in) {
    int start = in.position();
    Bytes x = in.bytes(32);
    BigInteger abscissa = new BigInteger(1, x.toArray());
    BigInteger square = abscissa.modPow(BigInteger.valueOf(3), P).add(BigInteger.valueOf(7)).mod(P);
    BigInteger root = square.modPow(SQRT_EXPONENT, P);
    if (abscissa.compareTo(P) >= 0 || !root.multiply(root).mod(P).equals(square)) {
      throw new FormatException("a compressed key that is no point of the curve", start);
    }
    BigInteger y = root.testBit(0) == odd ? root : P.subtract(root);
    return Bytes.of(new byte[] {65, 4}).then(x).then(fixed(y)).then(CHECKSIG);
  }

  private static Bytes fixed(BigInteger number) {
    byte[] out = new byte[32];
    byte[] bytes = number.toByteArray();
    int size = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - size, out, 32 - size, size);
    return Bytes.of(out);
  }
}
