package org.gruve.core.script;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A backend that does something with the answers of the reference. */
record FakeVerifier(AtomicInteger asked, UnaryOperator<BitSet> answer)
    implements SignatureVerifier {
  static FakeVerifier saying(UnaryOperator<BitSet> answer) {
    return new FakeVerifier(new AtomicInteger(), answer);
  }

  static FakeVerifier honest() {
    return saying(answers -> answers);
  }

  /** Whatever it is asked holds. */
  static FakeVerifier acceptingAll() {
    return saying(
        answers -> {
          answers.set(0, 10_000);
          return answers;
        });
  }

  /** Nothing holds. */
  static FakeVerifier refusingAll() {
    return saying(_ -> new BitSet());
  }

  /** A device that is gone. */
  static FakeVerifier failing() {
    return saying(
        _ -> {
          throw new IllegalStateException("the device is gone");
        });
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public BitSet verify(SignatureRows rows) {
    asked.incrementAndGet();
    return answer.apply(new BouncyCastleVerifier().verify(rows));
  }
}
