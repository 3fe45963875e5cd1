package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Bytes;
import org.gruve.validate.NodeFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidateChainTest {
  @TempDir private Path folder;
  @TempDir private Path other;
  private final ValidateHarness gruve = new ValidateHarness();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void checksANodesFolder(boolean coinSet) throws IOException {
    NodeFolder.in(folder);
    List<Object> line =
        new ArrayList<>(List.of("chain", "--blocks-dir", folder, "--network", "regtest", "--json"));
    if (coinSet) {
      line.add("--coin-set");
    }
    assertThat(gruve.run(line.toArray())).as(gruve.out() + gruve.err()).isZero();
    assertThat(gruve.json().path("last_height").asInt()).isEqualTo(139);
    assertThat(gruve.json().path("blocks").asInt()).isEqualTo(140);
    assertThat(gruve.json().path("inputs_verified").asInt()).isEqualTo(6);
    assertThat(gruve.json().path("unchecked").size()).isZero();
  }

  @Test
  void doesNotDivideAChainWithoutUndoData() throws IOException {
    Path file =
        Files.write(
            folder.resolve("blk00000.dat"),
            TestData.bytes("blocks/btcd_mainnet_1_256_blkfile.dat"));
    Files.write(folder.resolve("blk00001.dat"), Files.readAllBytes(file));
    assertThat(gruve.run("chain", "--blocks-dir", folder, "--shard", "2/2")).isEqualTo(2);
    assertThat(gruve.err()).contains("no rev*.dat").hasLineCount(1);
  }

  @Test
  void takesTheKeyThatLiesBesideAFileOfANode() throws IOException {
    NodeFolder.in(folder);
    Path file = folder.resolve("blk00000.dat");
    assertThat(gruve.run("chain", "--blocks-dir", file, "--network", "regtest", "--json"))
        .as(gruve.out() + gruve.err())
        .isZero();
    assertThat(gruve.json().path("connected_height").asInt()).isEqualTo(139);
  }

  @Test
  void saysInWordsWhyItCannotWrite() throws IOException {
    NodeFolder.in(folder);
    Path out = other.resolve("no/such/headers.bin");
    int exit =
        gruve.run("chain", "--blocks-dir", folder, "--network", "regtest", "--headers-out", out);
    assertThat(exit).isEqualTo(1);
    assertThat(gruve.err())
        .endsWith("headers.bin: there is no such file or folder\n")
        .hasLineCount(1);
  }

  @Test
  void checksCoresKernelChainInAnyOrderWithStaleBlocks() throws IOException {
    List<byte[]> blocks =
        TestData.lines("core/kernel_regtest_blocks.hex").stream()
            .map(line -> Bytes.ofHex(line).toArray())
            .toList();
    Path file = records("blk00000.dat", blocks.reversed(), folder);
    assertThat(gruve.run("chain", "--blocks-dir", file, "--network", "regtest", "--json"))
        .as(gruve.out() + gruve.err())
        .isZero();
    assertThat(gruve.json().path("connected_height").asInt()).isEqualTo(206);
    assertThat(gruve.json().path("blocks_linked_to_genesis").asInt()).isEqualTo(207);
  }

  @Test
  void checksTheFirstBlocksOfTheMainChain() throws IOException {
    Path file =
        Files.write(
            folder.resolve("main.dat"), TestData.bytes("blocks/btcd_mainnet_1_256_blkfile.dat"));
    assertThat(gruve.run("chain", "--blocks-dir", file, "--json")).isZero();
    assertThat(gruve.json().path("inputs_verified").asInt()).isEqualTo(7);
    assertThat(gruve.json().path("coin_value").asLong()).isEqualTo(255 * 5_000_000_000L);
    assertThat(gruve.out()).contains("less work than that is known to have");
  }

  @Test
  void dividesAChainAmongShardsThatShareHeaders() throws IOException {
    shards();
    Path headers = other.resolve("headers.bin");
    assertThat(
            gruve.run(
                "chain", "--blocks-dir", folder, "--network", "regtest", "--headers-out", headers))
        .isZero();
    assertThat(headers).hasBinaryContent(TestData.bytes("node/regtest_headers.bin"));
    List<Path> reports = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      assertThat(
              gruve.run(
                  "chain",
                  "--blocks-dir",
                  folder,
                  "--network",
                  "regtest",
                  "--headers",
                  headers,
                  "--shard",
                  i + "/3",
                  "--json"))
          .as(gruve.out() + gruve.err())
          .isIn(0, 7);
      reports.add(Files.writeString(other.resolve(i + ".json"), gruve.out()));
    }
    assertThat(
            gruve.run("chain", "--json", "--merge", reports.get(2), reports.get(0), reports.get(1)))
        .as(gruve.out() + gruve.err())
        .isIn(0, 7);
    assertThat(gruve.json().path("blocks").asInt()).isEqualTo(140);
    assertThat(gruve.json().path("inputs_verified").asInt()).isEqualTo(6);
    assertThat(gruve.json().path("shards").asInt()).isEqualTo(3);
    assertThat(gruve.run("chain", "--merge", reports.get(0), reports.get(1))).isEqualTo(2);
    assertThat(gruve.err()).contains("1 of 3 shards").hasLineCount(1);
    assertThat(gruve.run("chain", "--merge", reports.get(0), reports.get(0))).isEqualTo(2);
    assertThat(gruve.run("chain", "--merge", headers)).isIn(2, 3);
  }

  @Test
  void findsAChangedBlock() throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    TestData.lines("core/kernel_regtest_blocks.hex")
        .forEach(line -> blocks.add(Bytes.ofHex(line).toArray()));
    blocks.get(149)[blocks.get(149).length - 10] ^= 1;
    Path file = records("blk00000.dat", blocks, folder);
    assertThat(gruve.run("chain", "--blocks-dir", file, "--network", "regtest", "--json"))
        .isEqualTo(3);
    assertThat(gruve.json().path("broken").path("where").asString()).isEqualTo("block 150");
  }

  @Test
  void saysThatBlocksAreOfAnotherNetwork() throws IOException {
    NodeFolder.in(folder);
    assertThat(gruve.run("chain", "--blocks-dir", folder, "--network", "signet")).isNotZero();
    assertThat(gruve.err()).contains("signet").hasLineCount(1);
  }

  @Test
  void refusesHeadersThatBeginInTheMiddle() throws IOException {
    NodeFolder.in(folder);
    byte[] headers = TestData.bytes("node/regtest_headers.bin");
    Path file =
        Files.write(other.resolve("h"), java.util.Arrays.copyOfRange(headers, 800, headers.length));
    assertThat(
            gruve.run("chain", "--blocks-dir", folder, "--network", "regtest", "--headers", file))
        .isEqualTo(2);
    assertThat(gruve.err()).contains("begin with genesis").hasLineCount(1);
  }

  /** The same chain in three files, of which the last, where coins are spent, has undo data. */
  private void shards() throws IOException {
    NodeFolder.in(other);
    byte[] key = Files.readAllBytes(other.resolve("xor.dat"));
    List<byte[]> blocks = blocks(unlocked(other.resolve("blk00000.dat"), key));
    for (int i = 0; i < 3; i++) {
      List<byte[]> some = blocks.subList(i * 50, Math.min(blocks.size(), i * 50 + 50));
      records("blk0000" + i + ".dat", some, folder);
    }
    Files.write(folder.resolve("rev00002.dat"), unlocked(other.resolve("rev00000.dat"), key));
  }

  private static byte[] unlocked(Path file, byte[] key) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= key[i % key.length];
    }
    return bytes;
  }

  private static List<byte[]> blocks(byte[] file) {
    List<byte[]> blocks = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int magic = in.getInt(0);
    while (in.getInt() == magic) {
      byte[] block = new byte[in.getInt()];
      in.get(block);
      blocks.add(block);
    }
    return blocks;
  }

  private static Path records(String name, List<byte[]> blocks, Path into) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] block : blocks) {
      ByteBuffer prefix = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      prefix.put(Network.REGTEST.magic().toArray()).putInt(block.length);
      out.writeBytes(prefix.array());
      out.writeBytes(block);
    }
    return Files.write(into.resolve(name), out.toByteArray());
  }
}
