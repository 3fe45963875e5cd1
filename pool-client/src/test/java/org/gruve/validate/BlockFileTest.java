package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Coin;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlockFileTest {
  @TempDir private Path folder;

  @Test
  void readsANodesOwnFilesUnderTheirKey() throws IOException {
    List<Block> blocks = blocks(BlockFile.in(NodeFolder.in(folder)).getFirst(), Network.REGTEST);
    List<BlockHeader> headers = TestData.headers("node/regtest_headers.bin");
    assertThat(blocks).hasSize(140).extracting(Block::header).containsExactlyElementsOf(headers);
  }

  @Test
  void findsTheUndoDataOfEachBlockByItsChecksum() throws IOException {
    BlockFile file = BlockFile.in(NodeFolder.in(folder)).getFirst();
    Map<OutPoint, Coin> coins = new HashMap<>();
    int claimed = 0;
    try (UndoFile undo = undo(file)) {
      for (Block block : blocks(file, Network.REGTEST).reversed()) {
        int others = block.transactions().size() - 1;
        var bytes = undo.claim(block.header().prevHash(), others);
        claimed += bytes.isPresent() ? 1 : 0;
        bytes.ifPresent(found -> coins.putAll(Prevouts.ofUndo(found, block, "undo").coins()));
      }
    }
    assertThat(claimed).isEqualTo(139);
    assertThat(coins).containsAllEntriesOf(verbosity3(136)).containsAllEntriesOf(verbosity3(135));
  }

  @Test
  void givesNoUndoDataOfAnotherBlock() throws IOException {
    BlockFile file = BlockFile.in(NodeFolder.in(folder)).getFirst();
    try (UndoFile undo = undo(file)) {
      assertThat(undo.claim(Hash256.ZERO, 0)).isEmpty();
      assertThat(undo.claim(Hash256.ZERO, 7)).isEmpty();
    }
  }

  @Test
  void readsFilesOfOtherProgramsWithoutAKey() throws IOException {
    Path file = folder.resolve("blocks1-256.dat");
    Files.write(file, TestData.bytes("blocks/btcd_mainnet_1_256_blkfile.dat"));
    List<Block> blocks = blocks(BlockFile.single(file), Network.MAIN);
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(255);
    List<BlockHeader> main = TestData.headers("headers/mainnet_0_10236.bin");
    assertThat(main).containsAll(blocks.stream().map(Block::header).toList());
  }

  @Test
  void findsTheNextBlockAfterBytesThatAreNone() throws IOException {
    byte[] whole = TestData.bytes("blocks/btcd_mainnet_1_256_blkfile.dat");
    int before = blocks(written(whole), Network.MAIN).size();
    ByteArrayOutputStream torn = new ByteArrayOutputStream();
    torn.write(whole, 0, 100);
    torn.write(whole);
    torn.write(new byte[5000]);
    BlockFile file = written(torn.toByteArray());
    assertThat(blocks(file, Network.MAIN)).hasSize(before);
    try (RecordFile records = file.open(XorKey.of(folder), Network.MAIN)) {
      assertThat(RecordScan.of(records, BlockFile.SHAPE).skipped()).isEqualTo(100);
    }
  }

  @Test
  void takesNoSizeOnTrust() throws IOException {
    byte[] record = Network.MAIN.magic().then(Bytes.ofHex("ffffff7f")).toArray();
    assertThat(blocks(written(record), Network.MAIN)).isEmpty();
    byte[] cut =
        java.util.Arrays.copyOf(TestData.bytes("blocks/btcd_mainnet_1_256_blkfile.dat"), 200);
    assertThat(blocks(written(cut), Network.MAIN)).isEmpty();
  }

  /** Each of them seems to begin a record of 4 MB, which would be read to see that it is none. */
  @Test
  void givesUpOnAFileOfNothingButBeginnings() throws IOException {
    byte[] prefix = Network.MAIN.magic().then(Bytes.ofHex("ffff3c00")).toArray();
    byte[] file = new byte[6 << 20];
    for (int at = 0; at < file.length; at += 8) {
      System.arraycopy(prefix, 0, file, at, 8);
    }
    file[file.length - 1] = 1;
    BlockFile hostile = written(file);
    assertThatThrownBy(() -> blocks(hostile, Network.MAIN))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("full of records that are none");
  }

  @Test
  void saysWhereANodeKeepsBlocks() {
    assertThatThrownBy(() -> BlockFile.in(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("blocks/");
    assertThatThrownBy(() -> BlockFile.in(folder.resolve("none")))
        .hasMessageContaining("not a folder");
  }

  @Test
  void refusesAKeyOfAnotherLength() throws IOException {
    Files.write(folder.resolve("xor.dat"), new byte[7]);
    assertThatThrownBy(() -> XorKey.of(folder)).hasMessageContaining("7 bytes, not 8");
  }

  @Test
  void readsASpanOfAFileLikeTheWhole() throws IOException {
    BlockFile file = BlockFile.in(NodeFolder.in(folder)).getFirst();
    try (RecordFile records = file.open(XorKey.of(folder), Network.REGTEST)) {
      byte[] whole = records.read(0, 300);
      for (int offset = 0; offset < 20; offset++) {
        assertThat(records.read(offset, 13))
            .isEqualTo(java.util.Arrays.copyOfRange(whole, offset, offset + 13));
      }
    }
  }

  private BlockFile written(byte[] bytes) throws IOException {
    return BlockFile.single(Files.write(folder.resolve("blocks.dat"), bytes));
  }

  private UndoFile undo(BlockFile file) {
    return UndoFile.open(
        RecordFile.open(file.undo().orElseThrow(), XorKey.of(folder), Network.REGTEST.magic()));
  }

  private List<Block> blocks(BlockFile file, Network network) {
    try (RecordFile records = file.open(XorKey.of(folder), network)) {
      return file.scan(records).stream()
          .map(found -> Block.parse(records.read(found.extent().offset(), found.extent().size())))
          .toList();
    }
  }

  private static Map<OutPoint, Coin> verbosity3(int height) {
    return Prevouts.read(
            new RawInput("json", TestData.bytes("node/regtest_" + height + "_verbosity3.json")),
            List.of())
        .coins();
  }

  static Set<OutPoint> spent(List<Transaction> transactions) {
    Set<OutPoint> spent = new HashSet<>();
    transactions.stream()
        .filter(transaction -> !transaction.isCoinbase())
        .forEach(transaction -> transaction.inputs().forEach(in -> spent.add(in.prevout())));
    return spent;
  }
}
