package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidateBlockTest {
  @TempDir private Path folder;
  private final ValidateHarness gruve = new ValidateHarness();
  private byte[] bytes = {};

  @BeforeEach
  void load() {
    bytes = TestData.bytes("node/regtest_136_block.bin");
  }

  @Test
  void saysThatHeadersAndHeightsAreTakenAsGiven() throws IOException {
    byte[] all = TestData.bytes("node/regtest_headers.bin");
    Path late = file("late.bin", Arrays.copyOfRange(all, 100 * 80, all.length));
    String hex = Bytes.of(bytes).hex();
    gruve.run("block", hex, "--network", "regtest", "--headers", late, "--start-height", 100);
    assertThat(gruve.out()).contains("from height 100 on, are those of regtest");
    gruve.run("block", hex, "--network", "regtest", "--height", 136);
    assertThat(gruve.out()).contains("assumed               height 136, as it was given");
  }

  @Test
  void refusesOutputsThatAreMadeAfterTheyAreSpent() throws IOException {
    Path spent = copy("node/regtest_136_verbosity3.json");
    String hex = Bytes.of(bytes).hex();
    int exit = gruve.run("block", hex, "--network", "regtest", "--prevouts", spent, "--height", 5);
    assertThat(exit).isEqualTo(2);
    assertThat(gruve.err()).contains("but spent at height 5").hasLineCount(1);
  }

  @Test
  void refusesWhatOnlyANodeCouldKnow() {
    for (String name : new String[] {"136", "00".repeat(32)}) {
      assertThat(gruve.run("block", name)).isEqualTo(2);
      assertThat(gruve.err()).contains("for which --node names a node").hasLineCount(1);
    }
    assertThat(gruve.run("tx", "00".repeat(32))).isEqualTo(2);
    assertThat(gruve.run("tx", "00".repeat(31), "--json")).isEqualTo(3);
    assertThat(gruve.json().path("broken").path("reject_reason").asString())
        .isEqualTo("TX decode failed");
  }

  @Test
  void readsStandardInputOnlyOnce() {
    gruve.stdin = bytes;
    assertThat(gruve.run("block", "-", "--network", "regtest", "--prevouts", "-")).isEqualTo(2);
    assertThat(gruve.err()).contains("one thing only").hasLineCount(1);
  }

  @Test
  void checksEveryRuleWhereAllIsKnown() throws IOException {
    int exit =
        gruve.run(
            "block",
            file("block.bin", bytes),
            "--network",
            "regtest",
            "--prevouts",
            copy("node/regtest_136_verbosity3.json"),
            "--headers",
            copy("node/regtest_headers.bin"),
            "--json");
    assertThat(exit).as(gruve.out() + gruve.err()).isZero();
    assertThat(gruve.json().path("verdict").asString()).isEqualTo("valid");
    assertThat(gruve.json().path("height").asInt()).isEqualTo(136);
    assertThat(gruve.json().path("inputs_verified").asInt()).isEqualTo(3);
    assertThat(gruve.json().path("inputs").asInt()).isEqualTo(3);
    assertThat(gruve.json().path("unchecked").size()).isZero();
    assertThat(gruve.json().path("assumed").size()).isPositive();
    assertThat(gruve.json().path("backend").asString()).isNotEmpty();
  }

  @Test
  void saysWhatItCouldNotCheckWithoutAnythingElse() throws IOException {
    assertThat(gruve.run("block", file("block.bin", bytes), "--network", "regtest")).isEqualTo(7);
    assertThat(gruve.out())
        .startsWith("incomplete (block)")
        .contains("inputs verified       1 of 3")
        .contains("not checked           a3.1")
        .contains("assumed               height 136, which the coinbase names");
  }

  @Test
  void leavesMaturityUncheckedWhereOriginsAreNotTold() throws IOException {
    Path rest = copy("node/regtest_136_spenttxouts.bin");
    int exit =
        gruve.run(
            "block", Bytes.of(bytes).hex(), "--network", "regtest", "--prevouts", rest, "--json");
    assertThat(exit).isEqualTo(7);
    assertThat(gruve.json().path("inputs_verified").asInt()).isEqualTo(3);
    assertThat(gruve.out()).contains("\"id\":\"a7.4\"");
  }

  @ParameterizedTest
  @CsvSource({"70, bad-txnmrklroot", "400, bad-txnmrklroot"})
  void namesWhatAChangedByteBreaks(int offset, String reason) throws IOException {
    byte[] changed = bytes.clone();
    changed[offset == 70 ? 200 : offset] ^= 1;
    assertThat(gruve.run("block", file("block.bin", changed), "--network", "regtest", "--json"))
        .isEqualTo(3);
    assertThat(gruve.json().path("broken").path("reject_reason").asString()).isEqualTo(reason);
  }

  @Test
  void namesTheInputWhoseScriptDoesNotHold() throws IOException {
    String json =
        new String(TestData.bytes("node/regtest_136_verbosity3.json"), StandardCharsets.UTF_8);
    // Another amount under a witness signature, which signs it.
    int prevout = json.indexOf("\"prevout\"");
    int value = json.indexOf("\"value\":", prevout);
    String changed =
        json.substring(0, value)
            + "\"value\": 49.5,"
            + json.substring(json.indexOf(',', value) + 1);
    int exit =
        gruve.run(
            "block",
            file("block.bin", bytes),
            "--network",
            "regtest",
            "--prevouts",
            file("spent.json", changed.getBytes(StandardCharsets.UTF_8)),
            "--json");
    assertThat(exit).isEqualTo(3);
    assertThat(gruve.json().path("broken").path("reject_reason").asString())
        .startsWith("block-script-verify-flag-failed");
    assertThat(gruve.json().path("broken").path("input").asInt()).isZero();
    assertThat(gruve.json().path("broken").path("txid").asString()).hasSize(64);
  }

  @Test
  void refusesABlockCutShortAnywhere() throws IOException {
    for (int size = 1; size < bytes.length; size += 7) {
      Path cut = file("cut.bin", Arrays.copyOf(bytes, size));
      assertThat(gruve.run("block", cut, "--network", "regtest", "--json")).isEqualTo(3);
      assertThat(gruve.json().path("broken").path("reject_reason").asString())
          .isEqualTo("Block decode failed");
    }
  }

  @Test
  void refusesHeadersThatDoNotLeadToTheBlock() throws IOException {
    Path headers = copy("node/regtest_headers.bin");
    Block block = Block.parse(TestData.bytes("node/regtest_136_block.bin"));
    assertThat(block.header().hash().display()).startsWith("3ea70f9d");
    int exit =
        gruve.run(
            "block",
            file("block.bin", bytes),
            "--network",
            "regtest",
            "--headers",
            headers,
            "--height",
            "100");
    assertThat(exit).isEqualTo(2);
    assertThat(gruve.err()).contains("height 136, not 100").hasLineCount(1);
  }

  /** Any mined headers can be given a height; that they are the network's is only believed. */
  @Test
  void saysThatHeadersFromTheMiddleAreBelieved() throws IOException {
    byte[] all = TestData.bytes("node/regtest_headers.bin");
    Path headers =
        Files.write(folder.resolve("some"), Arrays.copyOfRange(all, 100 * 80, all.length));
    gruve.run(
        "block",
        copy("node/regtest_136_block.bin"),
        "--network",
        "regtest",
        "--headers",
        headers,
        "--start-height",
        "100",
        "--json");
    assertThat(gruve.json().path("assumed").toString())
        .contains("from height 100 on, are those of regtest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block",
        "block nosuch",
        "block 00 --prevouts nosuch",
        "block 00 --start-height 5",
        "block 00 --cookie x",
        "block 00 --node nonsense",
        "tx 00 --flags P2SH,NOSUCH",
        "tx",
        "proof nosuch",
        "chain",
        "chain --blocks-dir nosuch",
        "chain --blocks-dir . --shard 0/2",
        "chain --blocks-dir . --shard 1/2 --coin-set",
        "chain --blocks-dir . --merge x",
        "rewrite-cost",
        "rewrite-cost --hashrate 1TH",
        "rewrite-cost --hashrate none --nbits 1d00ffff",
        "rewrite-cost --hashrate 1TH --nbits 00000000",
        "rewrite-cost --hashrate 1TH --nbits 1d00ffff --depth 0",
        "rewrite-cost --hashrate 1TH --nbits 1d00ffff --share 101%"
      })
  void tellsMistakesInOneSentence(String line) {
    String whole = line.endsWith(" ") ? line + "x" : line;
    int exit = gruve.run((Object[]) whole.split(" "));
    assertThat(exit).as(gruve.out() + gruve.err()).isIn(2, 3);
    assertThat(
            gruve.err() + (gruve.err().isEmpty() ? gruve.out().lines().findFirst().orElse("") : ""))
        .isNotEmpty();
    assertThat(gruve.err().lines().count()).isLessThanOrEqualTo(1);
  }

  @Test
  void checksATransactionWithChosenFlags() throws IOException {
    Path tx = copy("txs/bcoin_tx2.raw");
    byte[] undo = TestData.bytes("txs/bcoin_tx2.undo");
    long value = java.nio.ByteBuffer.wrap(undo).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong(0);
    String script = Bytes.of(undo, 9, undo.length - 9).hex();
    var spent = org.gruve.core.block.Transaction.parse(TestData.bytes("txs/bcoin_tx2.raw"));
    var prevout = spent.inputs().getFirst().prevout();
    String list =
        "[{\"txid\": \"%s\", \"vout\": %d, \"value\": %d, \"script\": \"%s\"}]"
            .formatted(prevout.txid().display(), prevout.index(), value, script);
    Path prevouts = file("spent.json", list.getBytes(StandardCharsets.UTF_8));
    assertThat(gruve.run("tx", tx, "--prevouts", prevouts, "--flags", "P2SH", "--json"))
        .isEqualTo(7);
    assertThat(gruve.json().path("inputs_verified").asInt()).isEqualTo(1);
    assertThat(gruve.json().path("flags").asString()).isEqualTo("P2SH");
    Path wrong = file("wrong.json", list.replace(script, "6a").getBytes(StandardCharsets.UTF_8));
    assertThat(gruve.run("tx", tx, "--prevouts", wrong, "--json")).isEqualTo(3);
    assertThat(gruve.json().path("broken").path("reject_reason").asString()).contains("OP_RETURN");
  }

  private Path copy(String name) throws IOException {
    return file(Path.of(name).getFileName().toString(), TestData.bytes(name));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
