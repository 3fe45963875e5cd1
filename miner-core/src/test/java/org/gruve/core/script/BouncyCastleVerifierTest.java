package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BouncyCastleVerifierTest extends AbstractSignatureVerifierTest {
  @Override
  protected SignatureVerifier verifier() {
    return new BouncyCastleVerifier();
  }

  private static boolean holds(Bip340Vectors vector) {
    return Bip340.holds(
        vector.key().toArray(), vector.message().toArray(), vector.signature().toArray());
  }

  @Test
  void agreesWithBip340OnMessagesOfAnyLength() {
    List<Bip340Vectors> vectors = Bip340Vectors.read();
    assertThat(vectors)
        .hasSize(19)
        .allSatisfy(v -> assertThat(holds(v)).as(v.comment()).isEqualTo(v.holds()));
  }
}
