package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;

class ScriptFlagsTest {
  @Test
  void namesAreReadAndWritten() {
    ScriptFlags flags = ScriptFlags.parse("P2SH, WITNESS,TAPROOT");
    assertThat(flags)
        .isEqualTo(ScriptFlags.of(ScriptFlag.TAPROOT, ScriptFlag.P2SH, ScriptFlag.WITNESS));
    assertThat(flags).hasToString("P2SH,WITNESS,TAPROOT");
    assertThat(ScriptFlags.parse("")).isEqualTo(ScriptFlags.NONE).hasToString("NONE");
    assertThat(ScriptFlags.parse("NONE")).isEqualTo(ScriptFlags.NONE);
    assertThatIllegalArgumentException().isThrownBy(() -> ScriptFlags.parse("P2SH,"));
    assertThatIllegalArgumentException().isThrownBy(() -> ScriptFlags.parse("p2sh"));
  }

  @Test
  void everyFlagIsItsOwn() {
    for (ScriptFlag flag : ScriptFlag.values()) {
      assertThat(ScriptFlags.of(flag).flags()).containsExactly(flag);
      assertThat(ScriptFlags.all().without(flag).has(flag)).isFalse();
    }
    assertThat(ScriptFlags.all().flags()).hasSize(21);
  }

  @Test
  void flagsThatLackWhatTheyNeedAreRefused() {
    ScriptFlags clean = ScriptFlags.of(ScriptFlag.CLEANSTACK);
    assertThat(clean.withNeeded())
        .isEqualTo(ScriptFlags.of(ScriptFlag.CLEANSTACK, ScriptFlag.WITNESS, ScriptFlag.P2SH));
    assertThat(ScriptFlags.of(ScriptFlag.CLEANSTACK, ScriptFlag.WITNESS).withoutNeedy())
        .isEqualTo(ScriptFlags.NONE);
    SpentTransaction any = TestSpend.of(Bytes.EMPTY, List.of(), Bytes.EMPTY, 0);
    SignatureChecks checks = SignatureChecks.exact(new BouncyCastleVerifier());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptVerifier.verify(any, 0, clean, checks));
  }
}
