package org.gruve.kernels;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gruve.core.work.Candidate;

/** Hashes again, by the JDK, what a device calls hits. Confined to one thread. */
final class HitCheck {
  private final Set<Candidate> right = new HashSet<>();
  private Optional<String> failure = Optional.empty();

  void check(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      int target = candidate.work().job().shareTarget().topWord();
      boolean hits = Integer.compareUnsigned(candidate.header().hash().topWord(), target) <= 0;
      if (!hits) {
        fail(candidate, "is none: the JDK hashes it to more than the target");
      } else if (!right.add(candidate)) {
        fail(candidate, "was told twice");
      }
    }
  }

  /** Hits that are some, each once. */
  long found() {
    return right.size();
  }

  /** What was wrong first, in one sentence. */
  Optional<String> failure() {
    return failure;
  }

  private void fail(Candidate candidate, String why) {
    String header = HexFormat.of().formatHex(candidate.header().bytes());
    failure = failure.or(() -> Optional.of("a hit in the measured run " + why + ": " + header));
  }
}
