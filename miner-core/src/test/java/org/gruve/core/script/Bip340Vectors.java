package org.gruve.core.script;

import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.TestRows.Row;

/** BIP340's test vectors. */
record Bip340Vectors(Bytes key, Bytes message, Bytes signature, boolean holds, String comment) {
  static List<Bip340Vectors> read() {
    return TestData.lines("core/bip340_test_vectors.csv").stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                new Bip340Vectors(
                    hex(cells[2]),
                    hex(cells[4]),
                    hex(cells[5]),
                    cells[6].equals("TRUE"),
                    cells[0] + " " + cells[7]))
        .toList();
  }

  /** Those with a message of 32 bytes, which is what a row can have. */
  static List<Row> rows() {
    return read().stream().filter(v -> v.message.size() == 32).map(Bip340Vectors::row).toList();
  }

  private Row row() {
    byte[] key33 = new byte[33];
    key33[0] = 2;
    key.writeTo(key33, 1);
    byte[] packed =
        TestRows.packed(SignatureRows.SCHNORR, key33, message.toArray(), signature.toArray());
    return new Row(comment, packed, holds);
  }

  private static Bytes hex(String cell) {
    return Bytes.ofHex(cell);
  }
}
