package org.gruve.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.gruve.core.block.Block;
import org.gruve.core.block.FormatException;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Clause;
import org.gruve.core.check.Context;
import org.gruve.core.check.Verdict;
import org.gruve.validate.ChainCheck.Place;
import org.gruve.validate.ChainCheck.Request;

/**
 * Goes through block files one after the other; of each file, many blocks at the same time, each
 * with what its undo record says that it spends.
 */
final class UndoPass {
  private static final Rule UNDO =
      new Rule("a0.2", "Undo data with the right checksum says what each block spends.");

  private static final int MOST_KEPT = 1000;

  private final Request request;
  private final Means means;
  private final ChainFiles files;
  private final HeaderArchive chain;
  private final BiConsumer<Long, Long> progress;
  private final BlockValidation validation;
  private final Semaphore room;
  private final AtomicLong done = new AtomicLong();

  UndoPass(
      Request request,
      Means means,
      ChainFiles files,
      HeaderArchive chain,
      BiConsumer<Long, Long> progress) {
    this.request = request;
    this.means = means;
    this.files = files;
    this.chain = chain;
    this.progress = progress;
    // Blocks are what runs in parallel here, so that scripts need no threads of their own.
    this.validation = new BlockValidation(request.network(), means.signatures(), Runnable::run);
    this.room = new Semaphore(4 * means.threads());
  }

  void run(List<Place> places, Findings findings, Map<String, Object> facts) {
    Map<BlockFile, List<Place>> byFile = new LinkedHashMap<>();
    for (Place place : places) {
      byFile.computeIfAbsent(place.file(), _ -> new ArrayList<>()).add(place);
    }
    byFile.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().number()))
        .forEach(entry -> file(entry.getKey(), entry.getValue(), places.size(), findings));
    facts.put("checked_blocks", done.get());
  }

  private void file(BlockFile file, List<Place> places, long all, Findings findings) {
    Deque<Future<Findings>> checks = new ArrayDeque<>();
    Optional<UndoFile> undo = file.undo().map(_ -> UndoFile.open(files.openUndo(file)));
    try (RecordFile records = files.open(file)) {
      for (Place place : places) {
        room.acquire();
        byte[] bytes = records.read(place.extent().offset(), place.extent().size());
        checks.add(means.executor().submit(() -> check(place, bytes, undo, all)));
        // A file may have more blocks than there is memory for what was found of each.
        if (checks.size() > MOST_KEPT) {
          findings.add(ChainFiles.result(checks.remove()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw InputException.environment("it was interrupted").because(e);
    } finally {
      try {
        checks.forEach(check -> findings.add(ChainFiles.result(check)));
      } finally {
        undo.ifPresent(UndoFile::close);
      }
    }
  }

  private Findings check(Place place, byte[] bytes, Optional<UndoFile> undo, long all) {
    try {
      Findings found = new Findings();
      if (place.height() > 0) {
        block(place, bytes, undo, found);
      }
      progress.accept(done.incrementAndGet(), all);
      return found;
    } finally {
      room.release();
    }
  }

  private void block(Place place, byte[] bytes, Optional<UndoFile> undo, Findings found) {
    int height = place.height();
    String where = "block " + height;
    try {
      Block block = Block.parse(bytes);
      int others = block.transactions().size() - 1;
      Optional<byte[]> record =
          undo.flatMap(records -> records.claim(block.header().prevHash(), others));
      if (record.isPresent()) {
        found.checked(UNDO);
      } else if (others > 0) {
        found.unchecked(UNDO, "no undo record has the checksum of the block", 1);
      }
      Prevouts spent =
          record.isPresent()
              ? Prevouts.ofUndo(record.get(), block, "the undo record of " + where)
              : Prevouts.none();
      Context context =
          Context.NONE.withAncestors(chain.before(height)).withNow(request.now()).withCoins(spent);
      found.add(validation.check(block, context), where, height);
    } catch (FormatException e) {
      String what = String.valueOf(e.getMessage());
      found.broken(Verdict.invalid(Clause.BLOCK_FORMAT, what), where, height);
    }
  }
}
