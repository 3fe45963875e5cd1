package org.gruve.kernels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/** Compares what a device finds with what there is to be found. */
final class KnownAnswers {
  /** Odd, so that batches begin and end anywhere. */
  private static final int BATCH = 61;

  private KnownAnswers() {}

  /** What is wrong with a device's answers, in one sentence; empty when nothing is. */
  static Optional<String> failureOf(Device device) {
    try (Searcher searcher = device.searcher(0)) {
      return SelfTestCases.all().stream()
          .flatMap(test -> failureOf(searcher, test, test.hits(), BATCH).stream())
          .findFirst()
          .map(wrong -> wrong + advice(device.info().backend()));
    } catch (DeviceException e) {
      return Optional.of("the device failed in its self-test: " + e.getMessage());
    }
  }

  /** Other than sporadic errors in mining, which come from clocks and memory, this stays. */
  private static String advice(String backend) {
    return backend.equals("cpu")
        ? ""
        : "; its kernel is wrong on this driver: update the driver, or use --no-" + backend;
  }

  /** The same for one case whose hits are known, in batches of so many hashes. */
  static Optional<String> failureOf(
      Searcher searcher, SelfTestCase test, Set<Candidate> expected, long batch) {
    List<Candidate> found = search(searcher, test.work(), batch);
    boolean right = found.size() == expected.size() && new HashSet<>(found).equals(expected);
    return right
        ? Optional.empty()
        : Optional.of(
            "of %d hits in %s it found %d, or other ones"
                .formatted(expected.size(), test.name(), found.size()));
  }

  private static List<Candidate> search(Searcher searcher, Work work, long batch) {
    List<Candidate> found = new ArrayList<>();
    searcher.begin(work);
    while (searcher.enqueue(batch) > 0) {
      searcher.await((_, _, _, hits) -> found.addAll(hits));
    }
    return found;
  }
}
