package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionRulesTest {
  private static final TxIn FIRST = input(new OutPoint(Hash256.ZERO, 0));
  private static final TxIn SECOND = input(new OutPoint(Hash256.ZERO, 1));
  private static final TxIn NOTHING = input(OutPoint.NULL);

  @Test
  void aTransactionSpendsAndMakesSomething() {
    assertThat(check(List.of(FIRST, SECOND), List.of(output(0)))).isEmpty();
    assertThat(check(List.of(), List.of(output(0)))).isEqualTo("bad-txns-vin-empty");
    assertThat(check(List.of(FIRST), List.of())).isEqualTo("bad-txns-vout-empty");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ''",
    "2100000000000000, 0, ''",
    "-1, 0, bad-txns-vout-negative",
    "2100000000000001, 0, bad-txns-vout-toolarge",
    "2100000000000000, 1, bad-txns-txouttotal-toolarge",
    "-9223372036854775808, 0, bad-txns-vout-negative",
    "9223372036854775807, 0, bad-txns-vout-toolarge",
  })
  void amountsStayWithinAllMoney(long one, long other, String reason) {
    assertThat(check(List.of(FIRST), List.of(output(one), output(other)))).isEqualTo(reason);
  }

  @Test
  void noOutputIsSpentTwice() {
    assertThat(check(List.of(FIRST, SECOND, FIRST), List.of(output(0))))
        .isEqualTo("bad-txns-inputs-duplicate");
  }

  @Test
  void onlyACoinbaseNamesNoOutput() {
    assertThat(check(List.of(NOTHING), List.of(output(0)))).isEmpty();
    assertThat(check(List.of(FIRST, NOTHING), List.of(output(0))))
        .isEqualTo("bad-txns-prevout-null");
  }

  @Test
  void aMillionBytesAreTheMost() {
    int rest = transaction(100_000).strippedBytes().length - 100_000;
    assertThat(reason(transaction(1_000_000 - rest))).isEmpty();
    assertThat(reason(transaction(1_000_001 - rest))).isEqualTo("bad-txns-oversize");
  }

  private static Transaction transaction(int scriptSize) {
    TxOut output = new TxOut(0, Bytes.of(new byte[scriptSize]));
    return new Transaction(1, List.of(FIRST), List.of(output), 0);
  }

  private static String check(List<TxIn> inputs, List<TxOut> outputs) {
    return reason(new Transaction(1, inputs, outputs, 0));
  }

  private static String reason(Transaction transaction) {
    return TransactionRules.checkTransaction(transaction) instanceof Verdict.Invalid invalid
        ? invalid.rejectReason()
        : "";
  }

  private static TxIn input(OutPoint prevout) {
    return new TxIn(prevout, Bytes.ofHex("5151"), TxIn.SEQUENCE_FINAL, List.of());
  }

  private static TxOut output(long value) {
    return new TxOut(value, Bytes.ofHex("51"));
  }
}
