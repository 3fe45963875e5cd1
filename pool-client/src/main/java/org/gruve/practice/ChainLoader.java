package org.gruve.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.gruve.core.block.Block;
import org.gruve.core.block.FormatException;
import org.gruve.core.check.Verdict;
import org.gruve.core.hash.Bytes;

/** Goes through a chain's file, block by block, as far as it is good. */
final class ChainLoader {
  /** Clocks are set back at times, and the chain on the disk stays good: the future is allowed. */
  private static final long END_OF_TIME = 0xffff_ffffL;

  private static final Bytes MAGIC = ChainState.NETWORK.magic();
  private static final byte[] GENESIS = ChainState.NETWORK.genesis().bytes();

  private final ChainFile file;
  private final ChainState state = new ChainState();

  private ChainLoader(ChainFile file) {
    this.file = file;
  }

  /** See {@link PracticeChain#open}. */
  static PracticeChain open(Path folder) throws IOException {
    try {
      Optional<ChainFile> file = ChainFile.open(folder, MAGIC);
      return file.isPresent() ? load(file.get()) : inUse(folder);
    } catch (IOException e) {
      throw StorageException.in(folder, e);
    }
  }

  private static PracticeChain inUse(Path folder) {
    return PracticeChain.temporary(
        "the practice chain in "
            + folder
            + " is in use by another process: this one uses a temporary chain, gone at its end");
  }

  private static PracticeChain load(ChainFile file) throws IOException {
    try {
      ChainLoader loader = new ChainLoader(file);
      String notice = loader.load();
      return new PracticeChain(loader.state, file, notice);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private String load() throws IOException {
    Bytes beginning = file.beginning();
    if (!MAGIC.startsWith(beginning)) {
      throw StorageException.foreign(file.path(), beginning, MAGIC);
    }
    String damage = keepGoodBlocks(file.records());
    int good = file.blocks();
    String notice = "";
    if (!damage.isEmpty()) {
      notice = damage(good, damage, file.setAside());
    }
    if (good == 0) {
      file.append(GENESIS);
    }
    return notice;
  }

  private static String damage(int good, String damage, Path aside) {
    return "the practice chain is damaged at block "
        + good
        + " ("
        + damage
        + "): it goes on from block "
        + Math.max(0, good - 1)
        + ", and what came after was moved to "
        + aside;
  }

  /** What is wrong with the first record that is not good; empty where all are. */
  private String keepGoodBlocks(RecordReader records) throws IOException {
    while (true) {
      switch (records.next()) {
        case RecordReader.Next.End() -> {
          return "";
        }
        case RecordReader.Next.Damaged(String reason) -> {
          return reason;
        }
        case RecordReader.Next.Block(Bytes content) -> {
          byte[] bytes = content.toArray();
          String fault = file.blocks() == 0 ? genesisFault(bytes) : extend(bytes);
          if (!fault.isEmpty()) {
            return fault;
          }
          file.keep(bytes.length);
        }
      }
    }
  }

  private static String genesisFault(byte[] bytes) {
    return Arrays.equals(bytes, GENESIS) ? "" : "not the genesis block of the practice network";
  }

  private String extend(byte[] bytes) {
    Block block;
    try {
      block = Block.parse(bytes);
    } catch (FormatException e) {
      return String.valueOf(e.getMessage());
    }
    return switch (state.judge(block, END_OF_TIME)) {
      case Verdict.Invalid broken -> broken.rejectReason() + ": " + broken.sentence();
      case Verdict.Valid _ -> {
        state.extend(block);
        yield "";
      }
    };
  }
}
