package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateProofTest {
  @TempDir private Path folder;
  private final ValidateHarness gruve = new ValidateHarness();

  @Test
  void refusesAnOptionThatTheProofHasNoUseFor() throws IOException {
    Path stamp = copy("ots/hello-world.txt.ots");
    assertThat(gruve.run("proof", stamp, "--tx", "00")).isEqualTo(2);
    assertThat(gruve.err()).contains("this is a timestamp").hasLineCount(1);
    Path proof = copy("merkle/txoutproof_0830000-10.bin");
    assertThat(gruve.run("proof", proof, "--of", stamp)).isEqualTo(2);
    assertThat(gruve.err()).contains("--of belongs to a timestamp").hasLineCount(1);
  }

  @Test
  void provesATransactionByHeadersFromGenesis() throws IOException {
    Path proof = copy("node/txoutproof_regtest.hex");
    Path headers = copy("node/regtest_headers.bin");
    assertThat(gruve.run("proof", proof, "--network", "regtest", "--headers", headers, "--json"))
        .as(gruve.out() + gruve.err())
        .isZero();
    assertThat(gruve.json().path("height").asInt()).isEqualTo(136);
    assertThat(gruve.json().path("confirmations").asInt()).isEqualTo(4);
    String txid = gruve.json().path("txids").path(0).asString();
    Block block = Block.parse(TestData.bytes("node/regtest_136_block.bin"));
    String tx =
        block.transactions().stream()
            .filter(transaction -> transaction.txid().display().equals(txid))
            .map(transaction -> Bytes.of(transaction.bytes()).hex())
            .findFirst()
            .orElseThrow();
    assertThat(
            gruve.run(
                "proof", proof, "--network", "regtest", "--headers", headers, "--tx", tx, "--json"))
        .isZero();
    assertThat(gruve.json().path("assumed").size()).isZero();
    String other = Bytes.of(block.transactions().getFirst().bytes()).hex();
    assertThat(gruve.run("proof", proof, "--network", "regtest", "--tx", other)).isEqualTo(3);
    assertThat(gruve.run("proof", proof, "--network", "regtest", "--tx", "00")).isIn(2, 3);
    assertThat(gruve.err()).hasLineCount(1);
  }

  @Test
  void staysIncompleteWithoutHeadersOrByTooFew() throws IOException {
    Path proof = copy("merkle/txoutproof_0830000-10.bin");
    assertThat(gruve.run("proof", proof, "--json")).isEqualTo(7);
    assertThat(gruve.json().path("unchecked").path(0).path("id").asString()).isEqualTo("a3.8");
    Path headers = copy("headers/mainnet_822528_830592.bin");
    int exit = gruve.run("proof", proof, "--headers", headers, "--start-height", 822_528, "--json");
    assertThat(exit).isEqualTo(7);
    assertThat(gruve.json().path("height").asInt()).isEqualTo(830_000);
  }

  @Test
  void refusesAProofWithAChangedHash() throws IOException {
    byte[] bytes = TestData.bytes("merkle/txoutproof_0830000-10.bin");
    bytes[120] ^= 1;
    Path proof = Files.write(folder.resolve("proof"), bytes);
    assertThat(gruve.run("proof", proof, "--json")).isEqualTo(3);
    assertThat(gruve.json().path("broken").path("id").asString()).isEqualTo("a10.1");
    for (int size = 1; size < bytes.length; size += 11) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, size));
      assertThat(gruve.run("proof", cut)).isEqualTo(3);
    }
  }

  @Test
  void followsATimestampToItsBlock() throws IOException {
    Path stamp = copy("ots/hello-world.txt.ots");
    Path content = copy("ots/hello-world.txt");
    Path header = copy("ots/header_358391.bin");
    int exit = gruve.run("proof", stamp, "--headers", header, "--start-height", 358_391, "--json");
    assertThat(exit).isEqualTo(7);
    assertThat(gruve.json().path("time").asString()).isEqualTo("2015-05-28T15:41:18Z");
    assertThat(gruve.json().path("unchecked").size()).isEqualTo(1);
    Files.writeString(content, "Hello World?\n");
    assertThat(gruve.run("proof", stamp)).isEqualTo(3);
    assertThat(gruve.out()).contains("another digest");
    assertThat(gruve.run("proof", stamp, "--of", folder.resolve("none"))).isEqualTo(2);
    assertThat(gruve.run("proof", copy("ots/incomplete.txt.ots"), "--json")).isEqualTo(7);
    assertThat(gruve.out()).contains("calendars only promise it so far");
  }

  @Test
  void refusesATimestampThatLeadsElsewhere() throws IOException {
    byte[] header = TestData.bytes("node/regtest_headers.bin");
    Path other = Files.write(folder.resolve("other"), Arrays.copyOfRange(header, 400, 480));
    assertThat(
            gruve.run(
                "proof",
                copy("ots/hello-world.txt.ots"),
                "--network",
                "regtest",
                "--headers",
                other,
                "--start-height",
                358_391))
        .isEqualTo(3);
    assertThat(gruve.out()).contains("not the root of block 358391");
  }

  @Test
  void pricesARewriteInHashesTimeAndOdds() {
    assertThat(
            gruve.run(
                "rewrite-cost",
                "--depth",
                6,
                "--nbits",
                "1d00ffff",
                "--hashrate",
                "500 TH/s",
                "--share",
                "10%",
                "--json"))
        .isZero();
    assertThat(gruve.json().path("expected_hashes").asDouble()).isEqualTo(6.0 * 0x1_0001_0001L);
    assertThat(gruve.json().path("hashrate_hs").asDouble()).isEqualTo(5e14);
    assertThat(gruve.json().path("success_nakamoto").asDouble()).isBetween(2.427e-4, 2.429e-4);
    assertThat(gruve.json().path("success_rosenfeld").asDouble()).isBetween(5.85e-4, 5.95e-4);
    assertThat(gruve.run("rewrite-cost", "--difficulty", "110e12", "--hashrate", "500EH")).isZero();
    assertThat(gruve.out()).contains("the last 6 blocks", "500.0 EH/s");
  }

  private Path copy(String name) throws IOException {
    return Files.write(
        folder.resolve(Path.of(name).getFileName().toString()), TestData.bytes(name));
  }
}
