package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gruve.core.TestData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Core's script_tests.json: every case with the error that Core names. */
class ScriptVectorsTest {
  private static final long SEED = 20261124;
  private static final int RANDOM_FLAGS = 256;

  private final SignatureChecks checks = SignatureChecks.exact(new RememberedSignatures());

  @Test
  void everyCaseEndsAsInCore() {
    List<ScriptVector> vectors = vectors();
    List<String> wrong = new ArrayList<>();
    for (ScriptVector vector : vectors) {
      ScriptError error = verify(vector, vector.flags());
      if (error != vector.expected()) {
        wrong.add(error + " instead of " + vector);
      }
    }
    System.out.printf(
        "script_tests.json: %d of %d%n", vectors.size() - wrong.size(), vectors.size());
    assertThat(wrong).isEmpty();
    assertThat(vectors).hasSize(1222);
  }

  /** Fewer rules never break what holds, and more rules never mend what does not. */
  @Test
  void flagsOnlyForbid() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    List<String> wrong = new ArrayList<>();
    for (ScriptVector vector : vectors()) {
      boolean holds = vector.expected() == ScriptError.OK;
      for (int i = 0; i < RANDOM_FLAGS; i++) {
        ScriptFlags extra = RandomFlags.next(random);
        ScriptFlags flags =
            holds
                ? RandomFlags.without(vector.flags(), extra)
                : RandomFlags.with(vector.flags(), extra);
        if (flags.equals(flags.withNeeded())
            && (verify(vector, flags) == ScriptError.OK) != holds) {
          wrong.add(flags + ": " + vector);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private ScriptError verify(ScriptVector vector, ScriptFlags flags) {
    return ScriptVerifier.verify(vector.spent(), 0, flags, checks);
  }

  private static List<ScriptVector> vectors() {
    List<ScriptVector> vectors = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(TestData.bytes("core/script_tests.json"))) {
      // A case of one element is a comment.
      if (node.size() > 1) {
        vectors.add(ScriptVector.of(node));
      }
    }
    return vectors;
  }
}
