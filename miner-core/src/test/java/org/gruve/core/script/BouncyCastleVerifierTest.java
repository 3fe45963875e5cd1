package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BouncyCastleVerifierTest extends AbstractSignatureVerifierTest {
  @Override
  protected SignatureVerifier verifier() {
    return new BouncyCastleVerifier();
  }

  @Test
  void agreesWithBip340OnMessagesOfAnyLength() {
    List<Bip340Vectors> vectors = Bip340Vectors.read();
    assertThat(vectors)
        .hasSize(19)
        .allSatisfy(
            v ->
                assertThat(Bip340.holds(v.key(), v.message(), v.signature()))
                    .as(v.comment())
                    .isEqualTo(v.holds()));
  }
}
