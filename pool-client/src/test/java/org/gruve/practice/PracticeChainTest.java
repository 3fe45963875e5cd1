package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gruve.core.block.Block;
import org.gruve.core.check.Network;
import org.gruve.core.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeChainTest {
  private static final int BLOCKS = 5;

  /** A file of genesis and five blocks, mined once. */
  private static final byte[] FILE = mined();

  private static final byte[] GENESIS = Network.PRACTICE.genesis().bytes();

  @TempDir Path folder;

  private static byte[] mined() {
    try (PracticeChain chain = PracticeChain.temporary()) {
      TestChains.grow(chain, BLOCKS);
      byte[] file = new byte[0];
      for (int height = 0; height <= BLOCKS; height++) {
        byte[] record = record(chain.block(height));
        file = Arrays.copyOf(file, file.length + record.length);
        System.arraycopy(record, 0, file, file.length - record.length, record.length);
      }
      return file;
    }
  }

  private static byte[] record(byte[] block) {
    ByteBuffer record = ByteBuffer.allocate(8 + block.length).order(ByteOrder.LITTLE_ENDIAN);
    return record.put(Network.PRACTICE.magic().toArray()).putInt(block.length).put(block).array();
  }

  private static int offset(int height) {
    int at = 0;
    for (int i = 0; i < height; i++) {
      at += 8 + ByteBuffer.wrap(FILE).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
    }
    return at;
  }

  private Path file() {
    return folder.resolve("blocks.dat");
  }

  private List<Path> asides() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().contains("damaged")).sorted().toList();
    }
  }

  @Test
  void beginsWithGenesisInACoreStyleRecord() throws IOException {
    try (PracticeChain chain = PracticeChain.open(folder.resolve("deep/down"))) {
      assertThat(chain.notice()).isEmpty();
      assertThat(chain.height()).isZero();
      assertThat(chain.block(0)).isEqualTo(GENESIS);
    }
    assertThat(folder.resolve("deep/down/blocks.dat")).hasBinaryContent(record(GENESIS));
  }

  @Test
  void writesAppendedBlocksAsRecordsAndReadsThemBack() throws IOException {
    List<byte[]> blocks;
    try (PracticeChain chain = PracticeChain.open(folder)) {
      TestChains.grow(chain, 3);
      blocks = List.of(chain.block(0), chain.block(1), chain.block(2), chain.block(3));
    }
    try (PracticeChain again = PracticeChain.open(folder)) {
      assertThat(again.notice()).isEmpty();
      assertThat(again.height()).isEqualTo(3);
      for (int height = 0; height <= 3; height++) {
        assertThat(again.block(height)).isEqualTo(blocks.get(height));
        assertThat(again.header(height)).isEqualTo(Block.parse(blocks.get(height)).header());
      }
      TestChains.grow(again, 1);
      assertThat(again.height()).isEqualTo(4);
    }
  }

  @Test
  void survivesDeathAtEveryByteOfAWrite() throws IOException {
    int last = offset(BLOCKS);
    for (int size = last + 1; size < FILE.length; size++) {
      Files.write(file(), Arrays.copyOf(FILE, size));
      try (PracticeChain chain = PracticeChain.open(folder)) {
        assertThat(chain.height()).as("cut to %d", size).isEqualTo(BLOCKS - 1);
        Path aside = asides().getFirst();
        assertThat(chain.notice())
            .contains("block " + BLOCKS, "goes on from block 4", aside.toString());
        assertThat(aside).hasBinaryContent(Arrays.copyOfRange(FILE, last, size));
        Files.delete(aside);
      }
      assertThat(file()).hasBinaryContent(Arrays.copyOf(FILE, last));
    }
  }

  @Test
  void opensWithoutNoticeWhereDeathCameBetweenRecords() throws IOException {
    Files.write(file(), Arrays.copyOf(FILE, offset(BLOCKS)));
    try (PracticeChain chain = PracticeChain.open(folder)) {
      assertThat(chain.notice()).isEmpty();
      assertThat(chain.height()).isEqualTo(BLOCKS - 1);
    }
  }

  @Test
  void startsOverWhereDeathCameInTheFirstRecord() throws IOException {
    byte[] first = record(GENESIS);
    for (int size = 0; size < first.length; size++) {
      Files.write(file(), Arrays.copyOf(first, size));
      try (PracticeChain chain = PracticeChain.open(folder)) {
        assertThat(chain.height()).isZero();
      }
      assertThat(file()).hasBinaryContent(first);
    }
  }

  @Test
  void keepsEveryDamagedTailUnderAnotherName() throws IOException {
    for (int round = 1; round <= 3; round++) {
      byte[] garbage = {9, 8, 7, 6, 5, 4, 3, 2, 1, (byte) round};
      byte[] damaged = Arrays.copyOf(FILE, FILE.length + garbage.length);
      System.arraycopy(garbage, 0, damaged, FILE.length, garbage.length);
      Files.write(file(), damaged);
      try (PracticeChain chain = PracticeChain.open(folder)) {
        assertThat(chain.height()).isEqualTo(BLOCKS);
        assertThat(chain.notice()).contains("magic 09080706");
      }
      assertThat(asides()).hasSize(round);
      assertThat(asides().get(round - 1)).hasBinaryContent(garbage);
    }
  }

  @Test
  void goesOnAfterADamagedTail() throws IOException {
    Files.write(file(), Arrays.copyOf(FILE, FILE.length - 1));
    try (PracticeChain chain = PracticeChain.open(folder)) {
      TestChains.grow(chain, 1);
    }
    try (PracticeChain chain = PracticeChain.open(folder)) {
      assertThat(chain.notice()).isEmpty();
      assertThat(chain.height()).isEqualTo(BLOCKS);
    }
  }

  @Test
  void noticesEveryFlippedByteOfABlockInTheMiddle() throws IOException {
    int begin = offset(2);
    for (int at = begin; at < offset(3); at++) {
      Files.write(file(), TestMiner.flipped(FILE, at));
      try (PracticeChain chain = PracticeChain.open(folder)) {
        assertThat(chain.height()).as("byte %d flipped", at).isEqualTo(1);
        assertThat(chain.notice()).contains("damaged at block 2");
      }
      Path aside = asides().getFirst();
      assertThat(Files.size(aside)).isEqualTo(FILE.length - begin);
      Files.delete(aside);
    }
  }

  @Test
  void namesTheBrokenRule() throws IOException {
    Files.write(file(), TestMiner.flipped(FILE, offset(3) - 2));
    try (PracticeChain chain = PracticeChain.open(folder)) {
      assertThat(chain.notice()).contains("bad-txnmrklroot");
    }
  }

  @Test
  void refusesBlocksThatBreakARule() throws IOException {
    try (PracticeChain chain = PracticeChain.temporary()) {
      Block good = TestChains.mine(chain.state(), TestChains.BEGIN);
      Block easy =
          new Block(
              TestMiner.miss(good.header(), Network.PRACTICE.pow().limit()), good.transactions());
      assertThat(reason(chain.append(easy, TestChains.BEGIN))).isEqualTo("high-hash");
      assertThat(reason(chain.append(good, TestChains.BEGIN - 7201))).isEqualTo("time-too-new");
      assertThat(chain.height()).isZero();
      assertThat(chain.append(good, TestChains.BEGIN).isValid()).isTrue();
      assertThat(reason(chain.append(good, TestChains.BEGIN))).isEqualTo("prev-blk-not-found");
      assertThat(chain.height()).isEqualTo(1);
    }
  }

  private static String reason(Verdict verdict) {
    return ((Verdict.Invalid) verdict).rejectReason();
  }

  @Test
  void takesATemporaryChainWhereThisProcessHasItOpen() throws IOException {
    try (PracticeChain first = PracticeChain.open(folder);
        PracticeChain second = PracticeChain.open(folder)) {
      assertThat(first.notice()).isEmpty();
      assertThat(second.notice()).contains(folder.toString(), "in use", "temporary");
      TestChains.grow(second, 1);
      assertThat(first.height()).isZero();
    }
    assertThat(file()).hasBinaryContent(record(GENESIS));
  }

  @Test
  void takesATemporaryChainWhereAnotherChannelHoldsTheLock() throws IOException {
    try (FileChannel lock =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.lock();
        PracticeChain chain = PracticeChain.open(folder)) {
      assertThat(held.isValid()).isTrue();
      assertThat(chain.notice()).contains("in use");
    }
    try (PracticeChain chain = PracticeChain.open(folder)) {
      assertThat(chain.notice()).isEmpty();
    }
  }

  @Test
  void leavesSomebodyElsesFileAlone() throws IOException {
    Files.writeString(file(), "a diary, not a chain");
    assertThatThrownBy(() -> PracticeChain.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file() + " is no practice chain (it begins with 61206469")
        .hasMessageContaining("move it away");
    assertThat(file()).hasContent("a diary, not a chain");
    assertThat(asides()).isEmpty();
    // The lock was given back.
    Files.delete(file());
    PracticeChain.open(folder).close();
  }

  @Test
  void saysWhatToDoWhereTheFolderIsAFile() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "text");
    for (Path bad : List.of(plain, plain.resolve("below"))) {
      assertThatThrownBy(() -> PracticeChain.open(bad))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be kept in " + bad)
          .hasMessageContaining("set XDG_DATA_HOME");
    }
  }

  @Test
  void saysWhatToDoWhereTheFileCannotBeWritten() throws IOException {
    // A folder stands where the file should; for root, permissions alone would not do.
    Files.createDirectory(file());
    assertThatThrownBy(() -> PracticeChain.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be kept in " + folder);
  }
}
