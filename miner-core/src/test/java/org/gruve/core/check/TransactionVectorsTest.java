package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gruve.core.script.RandomFlags;
import org.gruve.core.script.RememberedSignatures;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.SignatureChecks;
import org.junit.jupiter.api.Test;

/** Core's tx_valid.json and tx_invalid.json, each with all the flags that Core tries. */
class TransactionVectorsTest {
  private static final long SEED = 20261125;

  private final SignatureChecks checks = SignatureChecks.exact(new RememberedSignatures());
  private final List<String> wrong = new ArrayList<>();
  private final Random random = new Random(SEED);
  private int tried;

  @Test
  void validTransactionsHoldUnderAllFlagsButThoseNamed() {
    List<TransactionVector> vectors = TransactionVector.read("core/tx_valid.json");
    vectors.forEach(this::expectValid);
    report("tx_valid.json", vectors, 121);
  }

  @Test
  void invalidTransactionsFailUnderTheFlagsNamedAndNoFewer() {
    List<TransactionVector> vectors = TransactionVector.read("core/tx_invalid.json");
    long malformed = vectors.stream().filter(vector -> vector.flags().equals("BADTX")).count();
    vectors.forEach(this::expectInvalid);
    System.out.println("of them refused without their scripts: " + malformed);
    report("tx_invalid.json", vectors, 93);
  }

  private void report(String file, List<TransactionVector> vectors, int count) {
    System.out.printf(
        "%s: %d cases, %d runs, %d wrong (seed %d)%n",
        file, vectors.size(), tried, wrong.size(), SEED);
    assertThat(wrong).isEmpty();
    assertThat(vectors).hasSize(count);
  }

  private void expectValid(TransactionVector vector) {
    if (!TransactionRules.checkTransaction(vector.transaction()).isValid()) {
      wrong.add("refused: " + vector);
    }
    ScriptFlags excluded = ScriptFlags.parse(vector.flags());
    ScriptFlags used = complement(excluded);
    assertThat(used).as(vector.text()).isEqualTo(used.withNeeded());
    expect(true, vector, used);
    for (ScriptFlag flag : ScriptFlag.values()) {
      expect(true, vector, used.without(flag).withoutNeedy());
      ScriptFlags fewer = RandomFlags.without(used, RandomFlags.next(random));
      expect(true, vector, fewer.withoutNeedy());
    }
    // The excluded flags are the fewest: the transaction fails if any of them is used.
    for (ScriptFlags less : withoutOne(excluded)) {
      expect(false, vector, complement(less));
    }
  }

  private void expectInvalid(TransactionVector vector) {
    boolean malformed = !TransactionRules.checkTransaction(vector.transaction()).isValid();
    assertThat(malformed).as(vector.text()).isEqualTo(vector.flags().equals("BADTX"));
    if (malformed) {
      return;
    }
    ScriptFlags needed = ScriptFlags.parse(vector.flags());
    assertThat(needed).as(vector.text()).isEqualTo(needed.withNeeded());
    expect(false, vector, needed);
    for (ScriptFlag flag : ScriptFlag.values()) {
      expect(false, vector, needed.with(flag).withNeeded());
      ScriptFlags more = RandomFlags.with(needed, RandomFlags.next(random));
      expect(false, vector, more.withNeeded());
    }
    // The flags are the fewest: the transaction holds if any of them is left out.
    for (ScriptFlags less : withoutOne(needed)) {
      expect(true, vector, less);
    }
  }

  private void expect(boolean holds, TransactionVector vector, ScriptFlags flags) {
    tried++;
    if (vector.holds(flags, checks) != holds) {
      wrong.add((holds ? "fails under " : "holds under ") + flags + ": " + vector);
    }
  }

  private static ScriptFlags complement(ScriptFlags flags) {
    return RandomFlags.without(ScriptFlags.all(), flags);
  }

  private static Set<ScriptFlags> withoutOne(ScriptFlags flags) {
    Set<ScriptFlags> less = new HashSet<>();
    for (ScriptFlag flag : flags.flags()) {
      less.add(flags.without(flag).withoutNeedy());
    }
    return less;
  }
}
