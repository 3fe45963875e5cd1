package org.gruve.pool;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gruve.core.work.Job;

/** Lets through the jobs of one pool that pay as they should, and warns or refuses the others. */
final class PayoutGate {
  /** A hostile pool can make up as many sentences as it sends jobs. */
  private static final int MOST_SENTENCES = 16;

  private final Function<Job, Optional<String>> fault;
  private final boolean enforced;
  private final Consumer<String> warnings;
  private final Set<String> said = new LinkedHashSet<>();

  PayoutGate(Function<Job, Optional<String>> fault, boolean enforced, Consumer<String> warnings) {
    this.fault = fault;
    this.enforced = enforced;
    this.warnings = warnings;
  }

  static PayoutGate of(Optional<PayoutCheck> check, Consumer<String> warnings) {
    return check
        .map(one -> new PayoutGate(one::fault, one.mode() == PayoutCheck.Mode.ENFORCE, warnings))
        .orElseGet(() -> new PayoutGate(_ -> Optional.empty(), false, warnings));
  }

  /** Why the pool is to be left for this job; nothing where it may be mined. */
  Optional<String> refusal(Job job) {
    Optional<String> sentence = fault.apply(job);
    if (sentence.isPresent() && !enforced) {
      warn(sentence.get());
      return Optional.empty();
    }
    return sentence;
  }

  private void warn(String sentence) {
    if (said.size() < MOST_SENTENCES && said.add(sentence)) {
      warnings.accept(sentence);
    }
  }
}
