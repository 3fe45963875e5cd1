package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.check.Verdict.Place;
import org.gruve.core.check.Verdict.Unchecked;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;
import org.junit.jupiter.api.Test;

class TransactionValidationTest {
  private static final Bytes TRUE = Bytes.ofHex("51");
  private static final Bytes TAPROOT = Bytes.ofHex("5120" + "01".repeat(32));

  private final Map<OutPoint, Coin> coins = new HashMap<>();
  private final TransactionValidation validation =
      new TransactionValidation(Network.MAIN, Signatures.CHECKS, Runnable::run);

  @Test
  void withoutWhatItSpendsOnlyItsOwnFormIsChecked() {
    Report report = validation.check(spending(2, TRUE), Context.NONE);
    assertThat(report.verdict().isValid()).isTrue();
    assertThat(report.isComplete()).isFalse();
    assertThat(report.checked()).contains(Clause.HAS_INPUTS, Clause.INPUTS_DIFFER, Clause.FINAL);
    assertThat(clauses(report)).contains(Clause.INPUTS_EXIST, Clause.SCRIPTS);
    assertThat(report.inputsVerified()).isZero();
    assertThat(report.inputs()).isEqualTo(2);
  }

  @Test
  void withAllThatItSpendsAllIsChecked() {
    Transaction transaction = spending(2, TRUE);
    name(transaction, 0, TRUE, 100);
    name(transaction, 1, TRUE, 200);
    Report report = check(transaction, Context.NONE.withHeight(800_000));
    assertThat(report.isComplete()).as("%s", report).isTrue();
    assertThat(report.inputsVerified()).isEqualTo(2);
    assertThat(report.assumed()).containsExactly(Assumptions.NAMED_COINS);
  }

  @Test
  void ofSomeThatItSpendsWhatCanBeIsRun() {
    Transaction transaction = spending(3, TRUE);
    name(transaction, 0, TRUE, 100);
    name(transaction, 1, TAPROOT, 100);
    Report report = check(transaction, Context.NONE.withHeight(800_000));
    assertThat(report.inputsVerified()).isEqualTo(1);
    assertThat(clauses(report))
        .contains(Clause.INPUTS_EXIST, Clause.INPUTS_COVER_OUTPUTS, Clause.SCRIPTS);
    assertThat(report.unchecked())
        .contains(new Unchecked(Clause.SCRIPTS, "2 of 3 inputs' spent outputs are not known"));
  }

  @Test
  void aFailingInputIsNamedWithItsPlace() {
    Transaction transaction = spending(2, TRUE);
    name(transaction, 0, TRUE, 100);
    name(transaction, 1, Bytes.ofHex("00"), 100);
    Report report = check(transaction, Context.NONE.withHeight(800_000));
    assertThat(report.verdict())
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.place()).contains(Place.of(0, transaction, 1));
              assertThat(invalid.rejectReason())
                  .startsWith("block-script-verify-flag-failed (Script evaluated without error");
            });
    assertThat(report.checked()).contains(Clause.SEQUENCE_LOCKS).doesNotContain(Clause.SCRIPTS);
    assertThat(report.inputsVerified()).isEqualTo(1);
  }

  @Test
  void flagsOfPolicyHaveAReasonOfTheirOwn() {
    Transaction transaction = spending(1, TRUE);
    name(transaction, 0, Bytes.ofHex("b0" + "51"), 100);
    ScriptFlags policy = ScriptFlags.of(ScriptFlag.DISCOURAGE_UPGRADABLE_NOPS);
    Context context = Context.NONE.withCoins(CoinView.named(coins));
    assertThat(validation.check(transaction, context, policy).verdict())
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.rejectReason()).startsWith("mempool-script-verify-flag-failed"));
    assertThat(validation.check(transaction, context, ScriptFlags.NONE).verdict().isValid())
        .isTrue();
  }

  @Test
  void withoutAHeightTodaysFlagsAreAssumed() {
    Transaction transaction = spending(1, TRUE);
    name(transaction, 0, TRUE, 100);
    Report report = check(transaction, Context.NONE);
    assertThat(report.assumed()).anyMatch(text -> text.startsWith("script flags "));
    assertThat(clauses(report)).containsExactly(Clause.COINBASE_MATURITY);
  }

  @Test
  void coinsOfUnknownOriginLeaveMaturityOpen() {
    Transaction transaction = spending(1, TRUE);
    OutPoint prevout = transaction.inputs().getFirst().prevout();
    coins.put(prevout, new Coin(new TxOut(1000, TRUE), Optional.empty()));
    Report report = check(transaction, Context.NONE.withHeight(800_000));
    assertThat(clauses(report)).containsExactly(Clause.COINBASE_MATURITY);
  }

  private Report check(Transaction transaction, Context context) {
    return validation.check(transaction, context.withCoins(CoinView.named(coins)));
  }

  private void name(Transaction transaction, int input, Bytes script, int height) {
    OutPoint prevout = transaction.inputs().get(input).prevout();
    coins.put(prevout, Coin.of(new TxOut(1000, script), height, false));
  }

  private static Transaction spending(int inputs, Bytes output) {
    List<TxIn> spends = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      OutPoint prevout = new OutPoint(Hash256.ZERO, i);
      spends.add(new TxIn(prevout, Bytes.EMPTY, TxIn.SEQUENCE_FINAL, List.of()));
    }
    return new Transaction(2, spends, List.of(new TxOut(500, output)), 0);
  }

  private static List<Clause> clauses(Report report) {
    return report.unchecked().stream().map(Unchecked::clause).toList();
  }
}
