package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash160;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;

/** The counts of Core's sigopcount_tests.cpp. */
class SigOpsTest {
  private static final String KEY = "0x21 0x02" + "11".repeat(32);
  private static final Bytes TWO_KEYS =
      ScriptText.parse("1 " + KEY + " " + KEY + " 2 CHECKMULTISIGVERIFY");
  private static final List<Bytes> TWO_EMPTY = List.of(Bytes.EMPTY, Bytes.EMPTY);

  @Test
  void aMultisigCountsAs20WhereverItsKeysAreNotKnown() {
    assertThat(SigOps.legacy(Bytes.EMPTY)).isZero();
    assertThat(SigOps.legacy(TWO_KEYS)).isEqualTo(20);
    Bytes more = TWO_KEYS.then(ScriptText.parse("IF CHECKSIG ENDIF"));
    assertThat(SigOps.legacy(more)).isEqualTo(21);
    assertThat(SigOps.legacy(ScriptText.parse("CHECKSIGVERIFY CHECKMULTISIG"))).isEqualTo(21);
  }

  @Test
  void countingEndsWhereAScriptCannotBeRead() {
    assertThat(SigOps.legacy(ScriptText.parse("CHECKSIG 0x4d 0xff CHECKSIG"))).isEqualTo(1);
  }

  @Test
  void aRedeemScriptIsCountedByItsKeys() {
    Bytes spent = payToScriptHash(TWO_KEYS);
    assertThat(SigOps.legacy(spent)).isZero();
    assertThat(SigOps.p2sh(pushesThen(TWO_KEYS), spent)).isEqualTo(2);
    assertThat(SigOps.p2sh(Bytes.EMPTY, spent)).isZero();
    assertThat(SigOps.p2sh(pushesThen(TWO_KEYS), TWO_KEYS)).isZero();
    Bytes notOnlyPushes = ScriptText.parse("NOP").then(pushesThen(TWO_KEYS));
    assertThat(SigOps.p2sh(notOnlyPushes, spent)).isZero();
  }

  @Test
  void aVersion0ProgramIsCountedByItsKindPlainOrNested() {
    Bytes keyHash = ScriptText.parse("0 0x14 0x" + "22".repeat(20));
    assertThat(SigOps.witness(Bytes.EMPTY, keyHash, TWO_EMPTY)).isEqualTo(1);
    assertThat(SigOps.witness(pushOf(keyHash), payToScriptHash(keyHash), TWO_EMPTY)).isEqualTo(1);
    Bytes scriptHash = scriptHash(TWO_KEYS);
    List<Bytes> witness = List.of(Bytes.EMPTY, Bytes.EMPTY, TWO_KEYS);
    assertThat(SigOps.witness(Bytes.EMPTY, scriptHash, witness)).isEqualTo(2);
    assertThat(SigOps.witness(Bytes.EMPTY, scriptHash, List.of())).isZero();
    assertThat(SigOps.witness(pushOf(scriptHash), payToScriptHash(scriptHash), witness))
        .isEqualTo(2);
  }

  @Test
  void laterProgramsCountAsNothing() {
    Bytes version1 = ScriptText.parse("1 0x14 0x" + "22".repeat(20));
    assertThat(SigOps.witness(Bytes.EMPTY, version1, TWO_EMPTY)).isZero();
    assertThat(SigOps.witness(Bytes.EMPTY, TWO_KEYS, TWO_EMPTY)).isZero();
  }

  private static Bytes pushesThen(Bytes script) {
    return ScriptText.parse("0 0").then(pushOf(script));
  }

  private static Bytes pushOf(Bytes script) {
    return Bytes.of(ScriptCode.pushOf(script.toArray()));
  }

  private static Bytes payToScriptHash(Bytes script) {
    byte[] hash = Hash160.hash(script.toArray());
    return Bytes.of(
        new ByteWriter().uint8(Op.OP_HASH160).uint8(20).raw(hash).uint8(Op.OP_EQUAL).toArray());
  }

  private static Bytes scriptHash(Bytes script) {
    byte[] hash = Sha256d.sha256().digest(script.toArray());
    return Bytes.of(new ByteWriter().uint8(0).uint8(32).raw(hash).toArray());
  }
}
