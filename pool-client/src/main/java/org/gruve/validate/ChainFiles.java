package org.gruve.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Hash256;
import org.gruve.validate.BlockFile.Found;

/** Block files, and where in them blocks lie. */
final class ChainFiles {
  private final Network network;
  private final XorKey key;
  private final Map<BlockFile, List<Found>> found = new HashMap<>();

  ChainFiles(Network network, XorKey key) {
    this.network = network;
    this.key = key;
  }

  /** Looks for the blocks of these files, all files at the same time. */
  void scan(List<BlockFile> files, Means means) {
    List<Future<List<Found>>> scans = new ArrayList<>();
    for (BlockFile file : files) {
      scans.add(means.executor().submit(() -> scan(file)));
    }
    for (int i = 0; i < files.size(); i++) {
      found.put(files.get(i), result(scans.get(i)));
    }
  }

  List<Found> blocks(BlockFile file) {
    return found.getOrDefault(file, List.of());
  }

  /** All headers, file by file. */
  List<BlockHeader> headers(List<BlockFile> files) {
    return files.stream().flatMap(file -> blocks(file).stream()).map(Found::header).toList();
  }

  /** The heights of those blocks that are in a chain. */
  Map<Hash256, Integer> heights(HeaderArchive chain) {
    Map<Hash256, Integer> heights = new HashMap<>();
    found.values().forEach(all -> all.forEach(one -> heights.put(one.header().hash(), -1)));
    for (int height = chain.lowest(); height <= chain.height(); height++) {
      heights.replace(chain.header(height).hash(), height);
    }
    heights.values().removeIf(height -> height < 0);
    return heights;
  }

  RecordFile open(BlockFile file) {
    return file.open(key, network);
  }

  RecordFile openUndo(BlockFile file) {
    return RecordFile.open(file.undo().orElseThrow(), key, network.magic());
  }

  private List<Found> scan(BlockFile file) {
    try (RecordFile records = open(file)) {
      return file.scan(records);
    }
  }

  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw InputException.environment("it was interrupted").because(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InputException input) {
        throw input;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
