package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.cpu.CpuDevice;
import org.gruve.kernels.cpu.CpuKernel;
import org.gruve.kernels.cpu.CpuKernels;

/** The CPU. It opens with the best kernel that gives right answers, and keeps why not a better. */
final class CpuOffer implements DeviceOffer {
  private final List<CpuKernel> usable;
  private final List<String> notes;

  // As far as it is known: which one is right, and the fastest, shows when the device is opened.
  private volatile CpuKernel best;

  CpuOffer(List<CpuKernel> kernels) {
    usable = kernels.stream().filter(CpuKernel::isAvailable).toList();
    best = usable.getFirst();
    notes = new CopyOnWriteArrayList<>(passedOver(kernels));
  }

  static List<DeviceOffer> discover() {
    return List.of(new CpuOffer(CpuKernels.all()));
  }

  @Override
  public DeviceInfo info() {
    return CpuDevice.info(best);
  }

  @Override
  public DeviceFacts facts() {
    return new DeviceFacts(
        DeviceFacts.Type.CPU,
        "",
        "",
        OptionalInt.of(CpuDevice.processors()),
        OptionalInt.empty(),
        OptionalLong.empty());
  }

  @Override
  public String details() {
    int processors = CpuDevice.processors();
    return processors == 1 ? "1 thread" : processors + " threads";
  }

  @Override
  public Optional<Throwable> unavailabilityCause() {
    return Optional.empty();
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public Device open(int threads) {
    List<CpuKernel> right = usable.stream().filter(this::answersRight).toList();
    if (right.isEmpty()) {
      throw new DeviceException("no kernel of this CPU gives right answers: " + notes);
    }
    List<CpuKernel> ranked = KernelRanking.of(right);
    best = ranked.getFirst();
    return CpuDevice.with(ranked, threads);
  }

  private boolean answersRight(CpuKernel kernel) {
    try (Device device = CpuDevice.with(kernel, 1)) {
      Optional<String> failure = KnownAnswers.failureOf(device);
      failure.ifPresent(reason -> notes.add(note(kernel, reason)));
      return failure.isEmpty();
    }
  }

  /** Only kernels better than the first that can be used, and each reason once. */
  private static List<String> passedOver(List<CpuKernel> kernels) {
    List<String> reasons = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (CpuKernel kernel : kernels) {
      if (kernel.isAvailable()) {
        break;
      }
      String reason = String.valueOf(kernel.unavailabilityCause().orElseThrow().getMessage());
      if (!reasons.contains(reason)) {
        reasons.add(reason);
        sentences.add(note(kernel, reason));
      }
    }
    return sentences;
  }

  private static String note(CpuKernel kernel, String reason) {
    return "kernel " + kernel.name() + " passed over: " + reason;
  }
}
