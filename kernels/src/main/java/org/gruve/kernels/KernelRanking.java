package org.gruve.kernels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.mine.Searcher;
import org.gruve.kernels.cpu.CpuDevice;
import org.gruve.kernels.cpu.CpuKernel;

/**
 * Puts those kernels in order that are fast at once: which of a processor's ways is the best, only
 * it can tell. The others stay behind them, in the order that they have.
 */
final class KernelRanking {
  private static final long NANOS = 20_000_000L;

  /**
   * In turns, so that none has the cold part alone; what disturbs one of them then tells little.
   */
  private static final int TURNS = 4;

  private KernelRanking() {}

  static List<CpuKernel> of(List<CpuKernel> kernels) {
    List<CpuKernel> atOnce =
        kernels.stream()
            .takeWhile(kernel -> !kernel.warmsUp() && !isLast(kernel, kernels))
            .toList();
    if (atOnce.size() < 2) {
      return kernels;
    }
    Map<CpuKernel, Double> best = new HashMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      atOnce.forEach(kernel -> best.merge(kernel, rate(kernel), Math::max));
    }
    List<CpuKernel> ranked = new ArrayList<>(atOnce);
    ranked.sort(Comparator.comparing(best::get, Comparator.reverseOrder()));
    kernels.stream().filter(kernel -> !atOnce.contains(kernel)).forEach(ranked::add);
    return ranked;
  }

  /** The last one is there because it is sure, not because it is fast. */
  private static boolean isLast(CpuKernel kernel, List<CpuKernel> kernels) {
    return kernel.equals(kernels.getLast());
  }

  private static double rate(CpuKernel kernel) {
    try (CpuDevice device = CpuDevice.with(kernel, 1);
        Searcher searcher = device.searcher(0)) {
      return new Pace(searcher, Speed.work(), () -> false).run(NANOS);
    }
  }
}
