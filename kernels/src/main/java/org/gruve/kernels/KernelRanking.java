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
  private static final long NANOS = 30_000_000L;

  private KernelRanking() {}

  static List<CpuKernel> of(List<CpuKernel> kernels) {
    List<CpuKernel> atOnce =
        new ArrayList<>(kernels.stream().takeWhile(k -> !k.warmsUp()).toList());
    if (atOnce.size() < 2) {
      return kernels;
    }
    Map<CpuKernel, Double> rates = new HashMap<>();
    atOnce.forEach(kernel -> rates.put(kernel, rate(kernel)));
    atOnce.sort(Comparator.comparing(rates::get, Comparator.reverseOrder()));
    List<CpuKernel> ranked = new ArrayList<>(atOnce);
    kernels.stream().filter(kernel -> !atOnce.contains(kernel)).forEach(ranked::add);
    return ranked;
  }

  private static double rate(CpuKernel kernel) {
    try (CpuDevice device = CpuDevice.with(kernel, 1);
        Searcher searcher = device.searcher(0)) {
      return new Pace(searcher, Speed.work(), () -> false).run(NANOS);
    }
  }
}
