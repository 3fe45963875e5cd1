package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.TestData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letting scripts go on as if signatures held must change no verdict. */
class DeferredChecksTest {
  private final SignatureVerifier reference = new RememberedSignatures();

  @Test
  void whatHoldsWithRowsThatHoldHoldsExactly() {
    List<String> wrong = new ArrayList<>();
    int settled = 0;
    int again = 0;
    for (JsonNode node : JsonMapper.shared().readTree(TestData.bytes("core/script_tests.json"))) {
      if (node.size() > 1) {
        ScriptVector vector = ScriptVector.of(node);
        SignatureRows rows = new SignatureRows(20);
        ScriptError error = verify(vector, SignatureChecks.deferring(rows, reference));
        if (reference.verify(rows).cardinality() < rows.count()) {
          again++;
        } else {
          settled++;
          if (error != vector.expected()) {
            wrong.add(error + ": " + vector);
          }
        }
      }
    }
    System.out.println("settled by rows: " + settled + ", to be run again: " + again);
    assertThat(wrong).isEmpty();
    assertThat(again).isPositive();
  }

  @Test
  void asksAtOnceWhereThereAreMoreKeysThanSignatures() {
    SignatureRows rows = new SignatureRows(1);
    SignatureChecks deferring = SignatureChecks.deferring(rows, reference);
    byte[] nothing = new byte[64];
    byte[] key = Secp256k1.G.getEncoded(true);
    byte[] message = new byte[32];
    assertThat(deferring.holds(SignatureRows.ECDSA, key, message, nothing, false)).isFalse();
    assertThat(rows.count()).isZero();
    assertThat(deferring.holds(SignatureRows.ECDSA, key, message, nothing, true)).isTrue();
    assertThat(rows.count()).isEqualTo(1);
  }

  private static ScriptError verify(ScriptVector vector, SignatureChecks checks) {
    return ScriptVerifier.verify(vector.spent(), 0, vector.flags(), checks);
  }
}
