package org.gruve.kernels.cpu;

/** Kernels that no one should use. */
public final class OddKernels {
  private OddKernels() {}

  /** Says that nothing hits, once it has found something. */
  public static CpuKernel forgetful() {
    return CpuKernel.usable("forgetful", Forgetful::new);
  }

  /** Cannot be used, because it is {@code reason}. */
  public static CpuKernel unusable(String name, String reason) {
    return CpuKernel.unusable(name, new UnsupportedOperationException(reason));
  }

  /** The kernel that runs everywhere. */
  public static CpuKernel scalar() {
    return CpuKernels.scalar();
  }

  private static final class Forgetful implements LaneRounds {
    private final LaneRounds right = new ScalarRounds();
    private int found;

    @Override
    public int lanes() {
      return right.lanes();
    }

    @Override
    public int slots() {
      return right.slots();
    }

    @Override
    public long scan(int[] u, int[] x, int first, int zeros) {
      long passed = right.scan(u, x, first, zeros);
      return passed != 0 && found++ > 0 ? 0 : passed;
    }
  }
}
