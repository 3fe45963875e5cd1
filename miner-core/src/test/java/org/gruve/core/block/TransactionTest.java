package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTest {
  private static final TxIn INPUT = new TxIn(OutPoint.NULL, Bytes.ofHex("0101"), -1, List.of());
  private static final TxOut OUTPUT = new TxOut(50, Bytes.ofHex("51"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bcoin_tx1.raw", "bcoin_tx2.raw", "bcoin_tx3.raw", "bcoin_tx4.raw", "bcoin_tx5.raw",
        "bcoin_tx6.raw", "bcoin_tx7.raw", "bcoin_tx8.raw", "bcoin_tx9.raw", "bcoin_tx10.raw",
        "megatx_bb41a757_block364292.raw", "mainnet_7393096d_998of999_tapscript.raw"
      })
  void oddTransactionsAreReadAsBitcoinjReadsThem(String name) {
    byte[] bytes = TestData.bytes("txs/" + name);
    Transaction ours = Transaction.parse(bytes);
    org.bitcoinj.core.Transaction theirs =
        org.bitcoinj.core.Transaction.read(ByteBuffer.wrap(bytes));
    assertThat(ours.bytes()).isEqualTo(bytes);
    assertThat(ours.txid().display()).isEqualTo(theirs.getTxId().toString());
    assertThat(ours.wtxid().display()).isEqualTo(theirs.getWTxId().toString());
    assertThat(ours.weight()).isEqualTo(theirs.getWeight());
    assertThat(ours.hasWitness()).isEqualTo(theirs.hasWitnesses());
  }

  @Test
  void witnessIsInTheBytesButNotInTheTxid() {
    Transaction plain = new Transaction(2, List.of(INPUT), List.of(OUTPUT), 7);
    List<Bytes> items = List.of(Bytes.EMPTY, Bytes.ofHex("aa"));
    TxIn signed = new TxIn(OutPoint.NULL, INPUT.script(), -1, items);
    Transaction whole = new Transaction(2, List.of(signed), List.of(OUTPUT), 7);

    assertThat(whole.txid()).isEqualTo(plain.txid()).isEqualTo(plain.wtxid());
    assertThat(whole.wtxid()).isNotEqualTo(whole.txid());
    assertThat(whole.bytes()).hasSize(plain.bytes().length + 2 + 4);
    assertThat(whole.weight()).isEqualTo(4 * plain.bytes().length + 6);
    assertThat(Transaction.parse(whole.bytes())).isEqualTo(whole);
  }

  @Test
  void whatWasReadIsKeptWhateverBecomesOfTheBytes() {
    Transaction whole = new Transaction(2, List.of(INPUT), List.of(OUTPUT), 7);
    byte[] bytes = whole.bytes();
    Transaction read = Transaction.parse(bytes);
    Arrays.fill(bytes, (byte) 0);
    assertThat(read).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(read.bytes()).isEqualTo(whole.bytes());
    assertThat(read.txid()).isSameAs(read.txid());
    assertThat(read.wtxid()).isSameAs(read.txid());
  }

  @Test
  void sizesAreThoseOfTheBytes() {
    TxIn signed = new TxIn(OutPoint.NULL, INPUT.script(), -1, List.of(Bytes.ofHex("aa")));
    Transaction built = new Transaction(2, List.of(signed), List.of(OUTPUT), 7);
    for (Transaction transaction : List.of(built, Transaction.parse(built.bytes()))) {
      assertThat(transaction.size()).isEqualTo(transaction.bytes().length);
      assertThat(transaction.strippedSize()).isEqualTo(transaction.strippedBytes().length);
      assertThat(transaction.strippedBytes())
          .isEqualTo(new Transaction(2, List.of(INPUT), List.of(OUTPUT), 7).bytes());
    }
  }

  @Test
  void aCoinbaseHasOneInputThatNamesNothing() {
    assertThat(new Transaction(1, List.of(INPUT), List.of(), 0).isCoinbase()).isTrue();
    assertThat(new Transaction(1, List.of(INPUT, INPUT), List.of(), 0).isCoinbase()).isFalse();
    TxIn spend = new TxIn(new OutPoint(OutPoint.NULL.txid(), 0), Bytes.EMPTY, -1, List.of());
    assertThat(new Transaction(1, List.of(spend), List.of(), 0).isCoinbase()).isFalse();
  }

  @Test
  void anEmptyWitnessIsRefused() {
    byte[] bytes =
        new ByteWriter().int32(1).uint8(0).uint8(1).raw(body()).uint8(0).int32(0).toArray();
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> Transaction.parse(bytes))
        .withMessageContaining("witness that holds nothing");
  }

  @Test
  void unknownFlagsAreRefused() {
    byte[] bytes = new ByteWriter().int32(1).uint8(0).uint8(2).raw(body()).int32(0).toArray();
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> Transaction.parse(bytes))
        .withMessageContaining("unknown optional data");
  }

  @Test
  void withoutInputsAndFlagsThereIsNothingMore() {
    byte[] bytes = new ByteWriter().int32(1).uint8(0).uint8(0).int32(9).toArray();
    assertThat(Transaction.parse(bytes)).isEqualTo(new Transaction(1, List.of(), List.of(), 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fe00000002", "ff0000000200000000", "fdfc00", "fe0000ffff", "fdffff", "fc"})
  void hostileCountsAreRefusedBeforeAnythingIsMade(String count) {
    byte[] bytes = HexFormat.of().parseHex("01000000" + count + "00".repeat(120));
    assertThatExceptionOfType(FormatException.class).isThrownBy(() -> Transaction.parse(bytes));
  }

  /** One input and one output, in their lists. */
  private static byte[] body() {
    byte[] whole = new Transaction(1, List.of(INPUT), List.of(OUTPUT), 0).bytes();
    return Arrays.copyOfRange(whole, 4, whole.length - 4);
  }
}
