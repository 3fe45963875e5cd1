package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SpotChecksTest {
  private static final long SEED = 20261127;
  private static final int COUNT = 40;

  private final SignatureRows rows = new RandomRows(SEED).batch(COUNT);
  private final BitSet right = new BouncyCastleVerifier().verify(rows);

  @Test
  void believesAnHonestBackend() {
    SpotChecks checks = checks(FakeVerifier.honest());
    assertThat(checks.verify(rows)).isEqualTo(right);
    assertThat(checks.fault()).isEmpty();
    assertThat(checks.name()).isEqualTo("fake");
  }

  @Test
  void findsOutABackendThatAcceptsAForgeryAndAsksItNoMore() {
    FakeVerifier liar = FakeVerifier.acceptingAll();
    SpotChecks checks = checks(liar);
    SignatureRows many = new RandomRows(SEED).batch(256);
    assertThat(checks.verify(many)).isEqualTo(new BouncyCastleVerifier().verify(many));
    assertThat(checks.fault().orElseThrow()).hasMessage("fake accepts a forged signature");
    assertThat(checks.name()).isEqualTo("bouncycastle");
    assertThat(checks.verify(rows)).isEqualTo(right);
    assertThat(liar.asked()).hasValue(1);
  }

  @Test
  void findsOutABackendThatRefusesABatch() {
    SpotChecks checks = checks(FakeVerifier.refusingAll());
    assertThat(checks.verify(rows)).isEqualTo(right);
    assertThat(checks.fault().orElseThrow()).hasMessage("fake is wrong about a signature");
  }

  @Test
  void goesOnWithoutABackendThatFails() {
    SpotChecks checks = checks(FakeVerifier.failing());
    assertThat(checks.verify(rows)).isEqualTo(right);
    assertThat(checks.fault().orElseThrow()).hasMessage("the device is gone");
  }

  /** A single row has no forgery beside it: about one in a thousand is asked of the reference. */
  @Test
  void findsOutALieInTheLongRun() {
    SpotChecks checks = checks(FakeVerifier.saying(SpotChecksTest::lie));
    SignatureRows one = new SignatureRows(1);
    one.addFrom(rows, 1);
    int calls = 0;
    while (checks.fault().isEmpty() && calls < 20_000) {
      checks.verify(one);
      calls++;
    }
    assertThat(checks.fault()).as("seed %d", SEED).isPresent();
    assertThat(calls).as("seed %d", SEED).isBetween(10, 8_000);
  }

  @Test
  void neverDoubtsTheReference() {
    SpotChecks checks = checks(new BouncyCastleVerifier());
    assertThat(checks.verify(rows)).isEqualTo(right);
    assertThat(checks.name()).isEqualTo("bouncycastle");
  }

  private static BitSet lie(BitSet answers) {
    answers.flip(0);
    return answers;
  }

  private static SpotChecks checks(SignatureVerifier backend) {
    return SpotChecks.of(backend, new Random(SEED));
  }
}
