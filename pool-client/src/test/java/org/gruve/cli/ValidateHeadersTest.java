package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gruve.core.TestData;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidateHeadersTest {
  private static final String GENESIS = Bytes.of(Network.MAIN.genesisHeader().bytes()).hex();

  @TempDir private Path folder;
  private final ValidateHarness gruve = new ValidateHarness();

  @Test
  void takesNoHeadersForNothingThatIsValid() throws IOException {
    assertThat(gruve.run("headers", file(new byte[0]))).isEqualTo(3);
    assertThat(gruve.err()).contains("holds no header").hasLineCount(1);
    assertThat(gruve.run("headers", "-")).isEqualTo(3);
    assertThat(gruve.run("headers", file(new byte[] {'\n'}))).isEqualTo(3);
    assertThat(gruve.out()).isEmpty();
  }

  @Test
  void remindsOfTheNetworkWhereAHeaderMayBeOfAnother() throws IOException {
    Path file = file(TestData.bytes("headers/signet_0_2015.bin"));
    assertThat(gruve.run("headers", file)).isEqualTo(3);
    assertThat(gruve.out()).contains("--network says of which");
  }

  @Test
  void checksARunFromGenesisCompletely() throws IOException {
    Path file = file(TestData.bytes("headers/mainnet_0_10236.bin"));
    assertThat(gruve.run("headers", file, "--json")).isZero();
    assertThat(gruve.json().path("verdict").asString()).isEqualTo("valid");
    assertThat(gruve.json().path("last_height").asInt()).isEqualTo(10_236);
    assertThat(gruve.json().path("work_hex").asString()).isEqualTo("27fd27fd27fd");
    assertThat(gruve.json().path("has_minimum_work").asBoolean()).isFalse();
    assertThat(gruve.json().path("checked").size()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "mainnet_40000_49999, '', 1",
    "mainnet_40000_49999, 40000, 1",
    "mainnet_822528_830592, '', 4",
    "mainnet_822528_830592, 822528, 1"
  })
  void countsTheRetargetsThatItCannotCheck(String name, String start, int retargets)
      throws IOException {
    Path file = file(TestData.bytes("headers/" + name + ".bin"));
    int exit =
        start.isEmpty()
            ? gruve.run("headers", file, "--json")
            : gruve.run("headers", file, "--json", "--start-height", start);
    assertThat(exit).isEqualTo(7);
    assertThat(gruve.json().path("verdict").asString()).isEqualTo("incomplete");
    assertThat(gruve.json().path("retargets_not_checked").asInt()).isPositive();
    assertThat(gruve.json().path("unchecked").size()).isPositive();
    assertThat(retargets).isPositive();
  }

  @Test
  void namesTheFirstBadHeaderAndWhy() throws IOException {
    byte[] bytes = TestData.bytes("headers/mainnet_0_10236.bin");
    bytes[5000 * 80 + 40] ^= 1;
    assertThat(gruve.run("headers", file(bytes), "--json")).isEqualTo(3);
    assertThat(gruve.json().path("broken").path("reject_reason").asString()).isEqualTo("high-hash");
    assertThat(gruve.json().path("broken").path("where").asString()).isEqualTo("header 5000");
    assertThat(gruve.json().path("last_height").asInt()).isEqualTo(4999);
    assertThat(gruve.run("headers", file(bytes))).isEqualTo(3);
    assertThat(gruve.out()).startsWith("INVALID (headers): high-hash, header 5000\n");
  }

  @Test
  void saysThatAFileIsCutShort() throws IOException {
    byte[] bytes = Arrays.copyOf(TestData.bytes("headers/mainnet_0_10236.bin"), 1000);
    assertThat(gruve.run("headers", file(bytes))).isEqualTo(3);
    assertThat(gruve.err()).contains("40 bytes of a header after 12 headers").hasLineCount(1);
  }

  @Test
  void readsHexFromStdinAndFromTheCommandLine() {
    gruve.stdin = (GENESIS + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(gruve.run("headers", "-")).isZero();
    assertThat(gruve.run("header", GENESIS)).isZero();
    BlockHeader one = TestData.headers("headers/mainnet_0_10236.bin").get(1);
    assertThat(gruve.run("header", GENESIS, Bytes.of(one.bytes()).hex())).isZero();
    assertThat(gruve.out()).contains("last height           1\n");
  }

  @Test
  void doesNotKnowTheParentOfALonelyHeader() {
    String one = Bytes.of(TestData.headers("headers/mainnet_0_10236.bin").get(1).bytes()).hex();
    assertThat(gruve.run("header", one, "--height", 1)).isEqualTo(7);
    assertThat(gruve.out()).contains("not checked").contains("a3.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "header abc; neither a file nor hex",
        "header; HEX",
        "headers nosuch.bin; no file 'nosuch.bin'",
        "header 00 --network bitcoin; --network is main or testnet3",
        "header 00 --height -1; --height needs a whole number",
        "headers x --start-height 99999999999; --start-height needs a whole number",
        "headers -t 0 x; --threads needs",
        "chian; did you mean chain",
        "header 00 --jsn; did you mean --json"
      })
  void tellsMistakesInOneSentence(String line, String sentence) {
    assertThat(gruve.run((Object[]) line.split(" "))).isEqualTo(2);
    assertThat(gruve.err()).contains(sentence).hasLineCount(1);
    assertThat(gruve.out()).isEmpty();
  }

  @Test
  void asksForACommand() {
    assertThat(gruve.run()).isEqualTo(2);
    assertThat(gruve.err()).isEqualTo("gruve: a command is missing; see gruve help validate\n");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("headers.bin"), bytes);
  }
}
