package org.gruve.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The one job of a {@link CountingPool} and what a share of it must be: put together from the
 * protocol's words alone, with nothing of ours.
 *
 * @param time seconds since 1970, of the header
 */
record CountingJob(BigDecimal difficulty, int time) {
  static final String ID = "7b";
  static final String EXTRANONCE1 = "c0ffee01";
  static final int EXTRANONCE2_SIZE = 4;
  static final int VERSION = 0x20000000;

  private static final HexFormat HEX = HexFormat.of();
  private static final BigInteger DIFFICULTY_1 = BigInteger.valueOf(0xffff).shiftLeft(208);
  private static final BigInteger SPACE = BigInteger.ONE.shiftLeft(256);

  // So hard that no share is a block.
  private static final int NBITS = 0x17028c61;
  private static final byte[] PARENT = hash("parent".getBytes());
  private static final List<byte[]> BRANCH =
      List.of(hash("left".getBytes()), hash("right".getBytes()));

  /** A transaction with one input, whose script is a height and the extranonce; and one output. */
  private static final String COINB1 =
      "0100000001" + "00".repeat(32) + "ffffffff" + "0c" + "03a0bb0d";

  private static final String COINB2 = "ffffffff" + "0100f2052a01000000" + "0151" + "00000000";

  BigInteger target() {
    BigInteger scaled = DIFFICULTY_1.multiply(BigInteger.TEN.pow(difficulty.scale()));
    return scaled.divide(difficulty.unscaledValue());
  }

  /** Mean hashes to a share. */
  double hashesPerShare() {
    return SPACE.doubleValue() / target().add(BigInteger.ONE).doubleValue();
  }

  /** The parameters of mining.notify. */
  String notice() {
    String branch = "\"" + HEX.formatHex(BRANCH.get(0)) + "\",\"" + HEX.formatHex(BRANCH.get(1));
    return "\"%s\",\"%s\",\"%s\",\"%s\",[%s\"],\"%08x\",\"%08x\",\"%08x\",true"
        .formatted(ID, words(PARENT), COINB1, COINB2, branch, VERSION, NBITS, time);
  }

  /** The 80 bytes that a share stands for. */
  byte[] header(String extranonce2, int version, int ntime, int nonce) {
    byte[] root = hash(HEX.parseHex(COINB1 + EXTRANONCE1 + extranonce2 + COINB2));
    for (byte[] step : BRANCH) {
      root = hash(ByteBuffer.allocate(64).put(root).put(step).array());
    }
    ByteBuffer header = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
    return header
        .putInt(version)
        .put(PARENT)
        .put(root)
        .putInt(ntime)
        .putInt(NBITS)
        .putInt(nonce)
        .array();
  }

  boolean isMetBy(byte[] header) {
    byte[] number = ByteBuffer.allocate(32).put(hash(header)).array();
    for (int i = 0; i < 16; i++) {
      byte low = number[i];
      number[i] = number[31 - i];
      number[31 - i] = low;
    }
    return new BigInteger(1, number).compareTo(target()) <= 0;
  }

  /** The parent as Stratum writes it: the bytes of each of the eight words reversed. */
  private static String words(byte[] hash) {
    ByteBuffer in = ByteBuffer.wrap(hash);
    ByteBuffer out = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      out.putInt(in.getInt());
    }
    return HEX.formatHex(out.array());
  }

  private static byte[] hash(byte[] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return sha256.digest(sha256.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
