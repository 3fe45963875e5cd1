package org.gruve.kernels.secp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.secp256k1.Secp256k1;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.gruve.core.script.AbstractSignatureVerifierTest;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.RandomRows;
import org.gruve.core.script.SignatureRows;
import org.gruve.core.script.SignatureVerifier;
import org.gruve.core.script.TestRows;
import org.gruve.core.script.TestRows.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class Secp256k1VerifierTest extends AbstractSignatureVerifierTest {
  private static final long SEED = 20261125;

  @BeforeAll
  static void needsTheLibrary() {
    Signatures best = Signatures.best();
    Assumptions.assumeTrue(
        best.isAvailable(), () -> "skipped: no libsecp256k1: " + best.unavailabilityCause());
  }

  @Override
  protected SignatureVerifier verifier() {
    return Signatures.best().verifier();
  }

  @Test
  void agreesWithTheReferenceOnSignedAndMutatedRows() {
    SignatureRows rows = new RandomRows(SEED).batch(10_000);
    BitSet reference = new BouncyCastleVerifier().verify(rows);
    assertThat(verifier().verify(rows)).as("seed %d", SEED).isEqualTo(reference);
    assertThat(reference.cardinality()).isBetween(5_000, 5_100);
  }

  @Test
  void acceptsWhatItSigns() {
    Secp256k1 functions = Secp256k1.get();
    Random random = new Random(SEED);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] secret = bytes32(random);
      byte[] message = bytes32(random);
      byte[] key = functions.pubKeyCompress(functions.pubkeyCreate(secret));
      byte[] ecdsa = functions.sign(message, secret, null);
      rows.add(row("libsecp256k1 ECDSA", SignatureRows.ECDSA, key, message, ecdsa));
      byte[] schnorr = functions.signSchnorr(message, secret, bytes32(random));
      key[0] = 2;
      rows.add(row("libsecp256k1 Schnorr", SignatureRows.SCHNORR, key, message, schnorr));
    }
    assertThat(wrong(rows)).as("seed %d", SEED).isEmpty();
    BitSet reference = new BouncyCastleVerifier().verify(packed(rows));
    assertThat(reference.cardinality()).as("seed %d", SEED).isEqualTo(rows.size());
  }

  private static Row row(String name, byte kind, byte[] key, byte[] message, byte[] signature) {
    return new Row(name, TestRows.packed(kind, key, message, signature), true);
  }

  private static SignatureRows packed(List<Row> rows) {
    SignatureRows packed = new SignatureRows(rows.size());
    for (Row row : rows) {
      byte[] bytes = row.bytes();
      packed.add(
          bytes[0],
          Arrays.copyOfRange(bytes, SignatureRows.KEY, SignatureRows.MESSAGE),
          Arrays.copyOfRange(bytes, SignatureRows.MESSAGE, SignatureRows.SIGNATURE),
          Arrays.copyOfRange(bytes, SignatureRows.SIGNATURE, SignatureRows.STRIDE));
    }
    return packed;
  }

  private static byte[] bytes32(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }
}
