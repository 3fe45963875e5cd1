package org.gruve.kernels;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.gruve.kernels.gpu.FoundGpu;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Tuner;
import org.gruve.kernels.gpu.Tuning;
import org.gruve.kernels.gpu.TuningGoal;
import org.gruve.kernels.gpu.TuningStore;
import org.gruve.kernels.gpu.Tunings;
import org.gruve.kernels.telemetry.Sensors;
import org.gruve.kernels.telemetry.Telemetry;

/** Joins what is tuned, what was found before, and what counts the energy. */
final class GpuTuning {
  private final FoundGpu gpu;
  private final Opening how;
  private final TuningStore store;

  private final DoubleSupplier joules;
  private final TuningGoal goal;

  /** Where no energy is counted, rate is the goal, whatever was asked for. */
  private GpuTuning(FoundGpu gpu, Opening how, Path file) {
    this.gpu = gpu;
    this.how = how;
    this.store = new TuningStore(file);
    this.joules = joules();
    this.goal = Double.isNaN(joules.getAsDouble()) ? TuningGoal.RATE : how.goal();
  }

  static Tunings of(FoundGpu gpu, Opening how, Path file) {
    GpuTuning tuning = new GpuTuning(gpu, how, file);
    return new Tunings(tuning.of("versions"), tuning.of("nonces"));
  }

  private Tuning of(String kernel) {
    var key = new TuningStore.Key(gpu.name(), gpu.driver(), gpu.kernelHash(), kernel, goal);
    Optional<Setting> known = how.afresh() ? Optional.empty() : store.of(key);
    return known
        .map(Tuning::fixed)
        .orElseGet(() -> new Tuner(gpu.choices(), goal, joules, found -> store.put(key, found)));
  }

  private DoubleSupplier joules() {
    if (how.goal() == TuningGoal.RATE) {
      return () -> Double.NaN;
    }
    Optional<Sensors> sensors = Telemetry.here().find(gpu.busId());
    return () -> sensors.map(s -> s.read().energy().orElse(Double.NaN)).orElse(Double.NaN);
  }
}
