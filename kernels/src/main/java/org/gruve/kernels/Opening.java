package org.gruve.kernels;

import java.nio.file.Path;
import java.util.Optional;
import org.gruve.kernels.gpu.TuningGoal;

/**
 * How devices are to be opened.
 *
 * @param threads of the CPU, 0 for one per core
 * @param goal what GPUs are tuned for
 * @param afresh whether to tune again what was tuned before
 * @param tuningFile where the results of tuning are kept; none where GPUs are not to be tuned
 */
public record Opening(int threads, TuningGoal goal, boolean afresh, Optional<Path> tuningFile) {
  /** Without any tuning. */
  public static Opening untuned(int threads) {
    return new Opening(threads, TuningGoal.RATE, false, Optional.empty());
  }
}
