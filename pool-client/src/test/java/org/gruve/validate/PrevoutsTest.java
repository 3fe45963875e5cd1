package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Coin;
import org.gruve.core.hash.Hash256;
import org.gruve.validate.Prevouts.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrevoutsTest {
  private static final String TXID =
      "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";

  @ParameterizedTest
  @ValueSource(ints = {135, 136})
  void knowsTheSameCoinsFromRestAndRpc(int height) {
    Block block = Block.parse(TestData.bytes("node/regtest_" + height + "_block.bin"));
    Prevouts rest = read("node/regtest_" + height + "_spenttxouts.bin", block);
    Prevouts rpc = read("node/regtest_" + height + "_verbosity3.json", block);
    assertThat(rest.format()).isEqualTo(Format.SPENT_TXOUTS);
    assertThat(rpc.format()).isEqualTo(Format.GETBLOCK);
    assertThat(rest.coins().keySet()).isEqualTo(BlockFileTest.spent(block.transactions()));
    assertThat(withoutOrigin(rpc)).isEqualTo(rest.coins());
    assertThat(rpc.coins().values()).allMatch(coin -> coin.origin().isPresent());
  }

  @Test
  void readsAPlainList() {
    Prevouts found =
        plain(
            """
            [{"txid": "%s", "vout": 1, "value": 5000000000, "script": "51"},
             {"txid": "%s", "vout": 4294967295, "value": 0, "script": "", "height": 9,
              "coinbase": true, "note": [{"a": {}}]}]
            """
                .formatted(TXID, TXID));
    assertThat(found.format()).isEqualTo(Format.PLAIN);
    Coin first = found.coin(new OutPoint(Hash256.fromDisplay(TXID), 1)).orElseThrow();
    assertThat(first.output().value()).isEqualTo(5_000_000_000L);
    assertThat(first.origin()).isEmpty();
    Coin second = found.coin(new OutPoint(Hash256.fromDisplay(TXID), -1)).orElseThrow();
    assertThat(second.origin()).contains(new Coin.Origin(9, true));
    assertThat(found.isWhole()).isFalse();
  }

  @Test
  void readsEsplorasAnswers() {
    Prevouts found =
        plain(
            """
            {"txid": "%s", "vin": [{"txid": "%s", "vout": 0, "is_coinbase": false, "prevout":
              {"scriptpubkey": "51", "scriptpubkey_asm": "OP_1", "value": 12}}],
             "vout": [{"scriptpubkey": "52", "value": 11}], "status": {"block_height": 7}}
            """
                .formatted("00".repeat(32), TXID));
    assertThat(found.format()).isEqualTo(Format.ESPLORA);
    assertThat(found.coins()).hasSize(1);
    assertThat(
            found.coin(new OutPoint(Hash256.fromDisplay(TXID), 0)).orElseThrow().output().value())
        .isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"txid\": \"00\", \"vout\": 0, \"value\": 1, \"script\": \"51\"}]",
        "[{\"vout\": 0, \"value\": 1, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"value\": 1, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"vout\": -1, \"value\": 1, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"vout\": 4294967296, \"value\": 1, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 0.5, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 2100000000000001, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 1e2147483647, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 1e-2147483640, \"script\": \"51\"}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 1, \"script\": \"5\"}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 1, \"script\": \"xy\"}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 1, \"script\": \"51\", \"height\":"
            + " 2147483648}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"prevout\": {\"value\": 1e2147483647,"
            + " \"scriptPubKey\": {\"hex\": \"51\"}}}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"prevout\": {}}]",
        "[{\"txid\": \"T\", \"vout\": 0, \"value\": 1, \"script\": \"51\"},"
            + "{\"txid\": \"T\", \"vout\": 0, \"value\": 2, \"script\": \"51\"}]",
        "[] []",
        "[",
        "{\"a\": 11111111111111111111111111111111111111111111111111111111111111111111}",
        "{}"
      })
  void refusesWhatNamesNoOutputInOneSentence(String json) {
    assertThatThrownBy(() -> plain(json.replace("\"T\"", "\"" + TXID + "\"")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("file ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void refusesJsonThatIsTooDeep() {
    assertThatThrownBy(() -> plain("[".repeat(100_000))).isInstanceOf(InputException.class);
  }

  @Test
  void refusesAnythingCutShortAndSaysWhichFormsItKnows() {
    Block block = Block.parse(TestData.bytes("node/regtest_136_block.bin"));
    byte[] whole = TestData.bytes("node/regtest_136_spenttxouts.bin");
    for (int size = 1; size < whole.length; size++) {
      RawInput cut = new RawInput("file", Arrays.copyOf(whole, size));
      assertThatThrownBy(() -> Prevouts.read(cut, block.transactions()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("getblock with verbosity 3");
    }
  }

  @Test
  void refusesThePrevoutsOfAnotherBlock() {
    Block block = Block.parse(TestData.bytes("node/regtest_135_block.bin"));
    assertThatThrownBy(() -> read("node/regtest_136_spenttxouts.bin", block))
        .isInstanceOf(InputException.class);
  }

  private static Map<OutPoint, Coin> withoutOrigin(Prevouts prevouts) {
    return prevouts.coins().entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, entry -> new Coin(entry.getValue().output(), Optional.empty())));
  }

  private static Prevouts read(String name, Block block) {
    return Prevouts.read(new RawInput(name, TestData.bytes(name)), block.transactions());
  }

  private static Prevouts plain(String json) {
    Transaction any = new Transaction(1, List.of(), List.of(), 0);
    return Prevouts.read(new RawInput("file", json.getBytes(StandardCharsets.UTF_8)), List.of(any));
  }
}
