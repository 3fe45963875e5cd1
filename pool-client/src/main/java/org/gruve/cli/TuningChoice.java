package org.gruve.cli;

import java.util.Optional;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.TuningGoal;

/**
 * How GPUs are to be tuned.
 *
 * @param goal what for
 * @param afresh whether to tune again what was tuned before
 * @param kernel the setting to use instead of any tuning
 */
record TuningChoice(TuningGoal goal, boolean afresh, Optional<Setting> kernel) {
  /** For rate, once. */
  static final TuningChoice USUAL = new TuningChoice(TuningGoal.RATE, false, Optional.empty());
}
