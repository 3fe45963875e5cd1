package org.gruve.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.FormatException;
import org.gruve.core.check.Network;
import org.gruve.validate.RecordFile.Extent;
import org.gruve.validate.RecordScan.Shape;

/**
 * A node's {@code blkNNNNN.dat}, and the {@code revNNNNN.dat} beside it, if there is one.
 *
 * @param number the digits in its name, or what else its name is
 */
public record BlockFile(String number, Path blocks, Optional<Path> undo) {
  /** No block is larger: 4,000,000 units of weight, and no byte weighs less than one. */
  static final int MOST_BLOCK = 4_000_000;

  /** A header, a count, and the shortest transaction. */
  static final int LEAST_BLOCK = BlockHeader.SIZE + 1;

  /** A block whose every input is kept in full with its script; Core has no limit of its own. */
  static final int MOST_UNDO = 256 << 20;

  static final int CHECKSUM = 32;
  static final Shape SHAPE = new Shape(LEAST_BLOCK, MOST_BLOCK, 0, BlockFile::isBlock);
  private static final Pattern NAME = Pattern.compile("blk(\\d{5,9})\\.dat");

  /** A block's place in a file, and its header. */
  record Found(BlockHeader header, Extent extent) {}

  /** All block files of a folder, in the order of their numbers. */
  public static List<BlockFile> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw InputException.usage("'" + folder + "' is not a folder");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<BlockFile> files =
          entries
              .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
              .sorted(Comparator.comparing(BlockFile::number))
              .map(BlockFile::of)
              .toList();
      if (files.isEmpty()) {
        throw InputException.usage(
            "there is no blk00000.dat or the like in '"
                + folder
                + "'; a node keeps them in blocks/ of its data folder");
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw InputException.io("cannot read " + folder, e);
    }
  }

  /** A single file of records without undo data: a practice chain, a bootstrap file. */
  public static BlockFile single(Path file) {
    return new BlockFile(file.getFileName().toString(), file, Optional.empty());
  }

  /** Whether it has the name that a node gives. */
  static boolean isNamedByNode(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** The blocks in the order in which they lie. */
  List<Found> scan(RecordFile file) {
    List<Found> found = new ArrayList<>();
    for (Extent extent : RecordScan.of(file, SHAPE).extents()) {
      byte[] header = file.read(extent.offset(), BlockHeader.SIZE);
      found.add(new Found(BlockHeader.parse(header), extent));
    }
    return found;
  }

  RecordFile open(XorKey key, Network network) {
    return RecordFile.open(blocks, key, network.magic());
  }

  private static BlockFile of(Path blocks) {
    String number = digits(blocks);
    Path undo = blocks.resolveSibling("rev" + number + ".dat");
    return new BlockFile(number, blocks, Files.exists(undo) ? Optional.of(undo) : Optional.empty());
  }

  private static boolean isBlock(byte[] bytes) {
    try {
      Block.parse(bytes);
      return true;
    } catch (FormatException e) {
      return false;
    }
  }

  private static Integer number(Path blocks) {
    return Integer.valueOf(digits(blocks));
  }

  private static String digits(Path blocks) {
    Matcher name = NAME.matcher(blocks.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException(blocks + " is no block file");
    }
    return name.group(1);
  }
}
