package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

class TargetTest {
  @Test
  void isMetByWhatIsAtMostAsGreat() {
    Target target = new Target(BigInteger.valueOf(0x1000));
    assertThat(target.isMetBy(hash("1000"))).isTrue();
    assertThat(target.isMetBy(hash("0fff"))).isTrue();
    assertThat(target.isMetBy(hash("1001"))).isFalse();
    assertThat(target.isMetBy(Hash256.fromDisplay("80" + "00".repeat(31)))).isFalse();
    assertThat(Target.MAX.isMetBy(Hash256.fromDisplay("ff".repeat(32)))).isTrue();
  }

  @Test
  void topWordIsUnsigned() {
    assertThat(Target.MAX.topWord()).isEqualTo(-1);
    assertThat(Target.DIFFICULTY_1.topWord()).isZero();
    assertThat(CompactBits.target(0x207fffff).orElseThrow().topWord()).isEqualTo(0x7fffff00);
  }

  @Test
  void hexHasSixtyFourDigits() {
    assertThat(new Target(BigInteger.ZERO).hex()).isEqualTo("0".repeat(64));
    assertThat(Target.MAX).hasToString("f".repeat(64));
  }

  @Test
  void expectedHashesOfDifficultyOne() {
    assertThat(Target.DIFFICULTY_1.expectedHashes()).isEqualTo(0x1p48 / 0xffff);
    assertThat(Target.MAX.expectedHashes()).isEqualTo(1);
  }

  @Test
  void picksTheHarder() {
    assertThat(Target.MAX.harder(Target.DIFFICULTY_1)).isEqualTo(Target.DIFFICULTY_1);
    assertThat(Target.DIFFICULTY_1.harder(Target.MAX)).isEqualTo(Target.DIFFICULTY_1);
  }

  @Test
  void refusesWhatHasNoPlaceIn256Bits() {
    BigInteger tooGreat = Target.MAX.value().add(BigInteger.ONE);
    assertThatIllegalArgumentException().isThrownBy(() -> new Target(tooGreat));
    assertThatIllegalArgumentException().isThrownBy(() -> new Target(BigInteger.valueOf(-1)));
  }

  private static Hash256 hash(String lastDigits) {
    return Hash256.fromDisplay("0".repeat(64 - lastDigits.length()) + lastDigits);
  }
}
