package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.crypto.ECKey;
import org.gruve.core.script.TestRows.Row;
import org.junit.jupiter.api.Test;

/** What every backend has to answer; a short subclass per backend. */
public abstract class AbstractSignatureVerifierTest {
  private static final long SEED = 20261124;

  /** The backend. */
  protected abstract SignatureVerifier verifier();

  @Test
  void givesTheKnownAnswers() {
    assertThat(SignatureSelfTest.failureOf(verifier())).isEmpty();
  }

  @Test
  void answersNothingToNoRows() {
    assertThat(verifier().verify(new SignatureRows(0)).isEmpty()).isTrue();
  }

  @Test
  void fallsIntoNoTrap() {
    List<Row> traps = TrapRows.all();
    assertThat(wrong(traps)).isEmpty();
    assertThat(traps).hasSizeGreaterThan(150);
  }

  @Test
  void agreesWithWycheproof() {
    WycheproofCases cases = WycheproofCases.read();
    assertThat(cases.encodingRefused() + cases.rows().size()).isEqualTo(463);
    assertThat(cases.misjudgedEncodings()).isEmpty();
    assertThat(wrong(cases.rows())).isEmpty();
  }

  @Test
  void agreesWithBip340OnMessagesOfASighash() {
    List<Row> rows = Bip340Vectors.rows();
    assertThat(rows).hasSize(15);
    assertThat(wrong(rows)).isEmpty();
  }

  @Test
  void acceptsSignedRowsAndRefusesMutatedOnes() {
    RandomRows random = new RandomRows(SEED);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Row row = random.signed();
      rows.add(row);
      rows.add(random.mutated(row));
    }
    assertThat(wrong(rows)).as("seed %d", SEED).isEmpty();
  }

  @Test
  void acceptsWhatBitcoinjSigns() {
    Random random = new Random(SEED);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      byte[] secret = new byte[32];
      byte[] message = new byte[32];
      random.nextBytes(secret);
      random.nextBytes(message);
      ECKey key = ECKey.fromPrivate(secret);
      byte[] der = key.sign(Sha256Hash.wrap(message)).encodeToDER();
      rows.add(
          new Row(
              "bitcoinj " + HexFormat.of().formatHex(der),
              TestRows.packed(SignatureRows.ECDSA, key.getPubKey(), message, compact(der)),
              true));
    }
    assertThat(wrong(rows)).as("seed %d", SEED).isEmpty();
  }

  private static byte[] compact(byte[] der) {
    return Objects.requireNonNull(EcdsaSignature.parseLax(der));
  }

  /** The names of the rows that the backend takes for the opposite. */
  protected final List<String> wrong(List<Row> rows) {
    SignatureRows packed = new SignatureRows(1);
    rows.forEach(row -> packed.addPacked(row.bytes()));
    BitSet holds = verifier().verify(packed);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (holds.get(i) != rows.get(i).holds()) {
        wrong.add((holds.get(i) ? "accepts: " : "refuses: ") + rows.get(i).name());
      }
    }
    return wrong;
  }
}
