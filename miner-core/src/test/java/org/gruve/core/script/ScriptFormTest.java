package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFormTest {
  private static final SignatureChecks CHECKS = SignatureChecks.exact(new BouncyCastleVerifier());

  @Test
  void whatNobodyCanSpendIsNoCoin() {
    assertThat(ScriptForm.isUnspendable(ScriptText.parse("RETURN 1"))).isTrue();
    assertThat(ScriptForm.isUnspendable(ScriptText.parse("1 RETURN"))).isFalse();
    assertThat(ScriptForm.isUnspendable(Bytes.EMPTY)).isFalse();
    assertThat(ScriptForm.isUnspendable(Bytes.of(new byte[10_000]))).isFalse();
    assertThat(ScriptForm.isUnspendable(Bytes.of(new byte[10_001]))).isTrue();
  }

  /** Anyone may spend an anchor, and policy has nothing against it, but for one in P2SH. */
  @Test
  void anAnchorNeedsNoWitness() {
    Bytes anchor = ScriptText.parse("1 0x02 0x4e73");
    SpentTransaction plain = TestSpend.of(Bytes.EMPTY, List.of(), anchor, 240);
    assertThat(ScriptVerifier.verify(plain, 0, ScriptFlags.all(), CHECKS))
        .isEqualTo(ScriptError.OK);
    Bytes other = ScriptText.parse("1 0x02 0x4e74");
    SpentTransaction unknown = TestSpend.of(Bytes.EMPTY, List.of(), other, 240);
    assertThat(ScriptVerifier.verify(unknown, 0, ScriptFlags.all(), CHECKS))
        .isEqualTo(ScriptError.DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM);
  }

  @ParameterizedTest
  @CsvSource({
    "0x00142222222222222222222222222222222222222222, 0, 20",
    "0x51202222222222222222222222222222222222222222222222222222222222222222, 1, 32",
    "0x60020000, 16, 2",
  })
  void programsAreAVersionAndOnePush(String text, int version, int size) {
    byte[] script = ScriptText.parse(text).toArray();
    WitnessProgram program = Objects.requireNonNull(WitnessProgram.of(script));
    assertThat(program.version()).isEqualTo(version);
    assertThat(program.size()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"0x5101aa", "0x6002aa", "0x6002aaaaaa", "0x4f02aaaa", "0x6102aaaa", "0x004c02aaaa"})
  void otherScriptsAreNoPrograms(String text) {
    assertThat(WitnessProgram.of(ScriptText.parse(text).toArray())).isNull();
  }
}
