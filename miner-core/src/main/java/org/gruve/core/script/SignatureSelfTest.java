package org.gruve.core.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Known answers that a backend has to give before it is used: a row of each kind that holds, and
 * what becomes of it when a bit of any part is wrong or a number is out of range.
 */
public final class SignatureSelfTest {
  private static final String ORDER =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
  private static final String PRIME =
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f";
  private static final String ZERO = "00".repeat(32);

  /** The last byte of each part, and the byte that tells y's parity in a tweak. */
  private static final List<Integer> PLACES = List.of(1, 33, 65, 97, 98, 129);

  /** The first payment of the main chain, f4184fc5… in block 170. */
  private static final Row ECDSA =
      new Row(
          SignatureRows.ECDSA,
          "0311db93e1dcdb8a016b49840f8c53bc1eb68a382e97b1482ecad7b148a6909a5c",
          "7a05c6145f10101e9d6325494245adf1297d80f8f38d4d576d57cdba220bcb19",
          "4e45e16932b8af514961a1d3a1a25fdf3f4f7732e9d624c6c61548ab5fb8cd41",
          "181522ec8eca07de4860a4acdd12909d831cc56cbbac4622082221a8768d1d09");

  /** BIP340's test vector 1. */
  private static final Row SCHNORR =
      new Row(
          SignatureRows.SCHNORR,
          "02dff1d77f2a671c5f36183726db2341be58feae1da2deced843240f7b502ba659",
          "243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89",
          "6896bd60eeae296db48a229ff71dfe071bde413e6d43f917dc8dcf8c78de3341",
          "8906d11ac976abccb20b091292bff4ea897efcb639ea871cfa95f6de339e4b0a");

  /** BIP341's wallet test vector 1. */
  private static final Row TWEAK =
      new Row(
          SignatureRows.TWEAK,
          "02187791b6f712a8ea41c8ecdd0ee77fab3e85263b37e1ec18a3651926b3a6cf27",
          "cbd8679ba636c1110ea247542cfbd964131a6be84f873f7f3b62a777528ed001",
          "147c9c57132f6e7ecddba9800bb0c4449251c92a1e60371ee77557b6620f3ea3",
          "01" + "00".repeat(31));

  private record Row(byte kind, String key, String message, String first, String second) {
    byte[] bytes() {
      byte[] packed = new byte[SignatureRows.STRIDE];
      packed[0] = kind;
      byte[] rest = HexFormat.of().parseHex(key + message + first + second);
      System.arraycopy(rest, 0, packed, 1, rest.length);
      return packed;
    }

    Row with(String message, String first, String second) {
      return new Row(kind, key, message, first, second);
    }

    Row withKey(String other) {
      return new Row(kind, other, message, first, second);
    }
  }

  private SignatureSelfTest() {}

  /** What is wrong with a backend's answers, in one sentence; empty where nothing is. */
  public static Optional<String> failureOf(SignatureVerifier verifier) {
    List<byte[]> good = List.of(ECDSA.bytes(), SCHNORR.bytes(), TWEAK.bytes());
    SignatureRows rows = new SignatureRows(64);
    good.forEach(rows::addPacked);
    wrong(good).forEach(rows::addPacked);
    BitSet expected = new BitSet();
    expected.set(0, good.size());
    BitSet answer = verifier.verify(rows);
    answer.xor(expected);
    int first = answer.nextSetBit(0);
    if (first < 0) {
      return Optional.empty();
    }
    return Optional.of(
        first < good.size()
            ? "of the known signatures it refuses number %d".formatted(first)
            : "of the known forgeries it accepts number %d".formatted(first - good.size()));
  }

  private static List<byte[]> wrong(List<byte[]> good) {
    List<byte[]> wrong = new ArrayList<>();
    for (byte[] row : good) {
      for (int place : PLACES) {
        byte[] flipped = row.clone();
        flipped[place] ^= 1;
        wrong.add(flipped);
      }
    }
    outOfRange().forEach(row -> wrong.add(row.bytes()));
    return wrong;
  }

  private static List<Row> outOfRange() {
    List<Row> rows = new ArrayList<>();
    for (Row row : List.of(ECDSA, SCHNORR, TWEAK)) {
      rows.add(row.withKey("02" + PRIME));
      rows.add(row.with(row.message, ZERO, ZERO));
      rows.add(row.with(row.message, ORDER, ORDER));
      rows.add(row.with(row.message, PRIME, row.second));
      rows.add(row.with(row.message, row.first, ORDER));
      rows.add(row.with(row.message, ZERO, row.second));
      rows.add(row.with(row.message, row.first, "02" + "00".repeat(31)));
    }
    rows.add(TWEAK.with(ORDER, TWEAK.first, TWEAK.second));
    return rows;
  }
}
