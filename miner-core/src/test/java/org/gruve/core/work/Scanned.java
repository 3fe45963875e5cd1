package org.gruve.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.hash.Hash256;

/**
 * Keeps every (root, time, version, nonce range) that was handed out, and fails where one is handed
 * out twice.
 */
final class Scanned {
  private record Row(Hash256 root, int time, int version) {}

  private final Map<Row, List<long[]>> ranges = new HashMap<>();
  private long points;

  synchronized void add(Work work) {
    long from = Integer.toUnsignedLong(work.firstNonce());
    long to = from + work.nonces();
    for (int i = 0; i < work.versions().count(); i++) {
      Row row = new Row(work.merkleRoot(), work.time(), work.versions().version(i));
      List<long[]> before = ranges.computeIfAbsent(row, r -> new ArrayList<>());
      assertThat(before)
          .as("%s, nonces %d to %d, again", row, from, to)
          .noneMatch(range -> from < range[1] && range[0] < to);
      before.add(new long[] {from, to});
    }
    points += work.hashes();
  }

  /** How many points in all; since none is there twice, the whole space when as many. */
  synchronized long points() {
    return points;
  }

  synchronized long roots() {
    return ranges.keySet().stream().map(Row::root).distinct().count();
  }

  synchronized long versions() {
    return ranges.keySet().stream().map(Row::version).distinct().count();
  }

  synchronized List<Integer> times() {
    return ranges.keySet().stream().map(Row::time).distinct().sorted().toList();
  }

  /** Takes all that a source gives at an elapsed time. */
  int drain(WorkSource source, long elapsedSeconds) {
    int count = 0;
    for (var work = source.next(elapsedSeconds); work.isPresent(); count++) {
      add(work.get());
      work = source.next(elapsedSeconds);
    }
    return count;
  }
}
