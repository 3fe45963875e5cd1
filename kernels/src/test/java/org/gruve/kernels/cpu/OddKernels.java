package org.gruve.kernels.cpu;

import java.util.function.IntConsumer;
import org.gruve.kernels.cpu.CpuKernel.Expected;
import org.gruve.kernels.header.TopWord;

/** Kernels that no one should use. */
public final class OddKernels {
  private static final Expected LIKE_SCALAR = new Expected(1, true);

  private OddKernels() {}

  /** Says that nothing hits, once it has found something. */
  public static CpuKernel forgetful() {
    return CpuKernel.usable("forgetful", LIKE_SCALAR, OddKernels::forgetfulScanner, () -> "0bad");
  }

  /** Is right, and does everything a hundred times. */
  public static CpuKernel lazy() {
    return CpuKernel.usable("lazy", new Expected(1, false), OddKernels::lazyScanner, () -> "");
  }

  /** Is right, and should be so many times as fast as it is. */
  static CpuKernel disappointing(String name, double timesScalar) {
    return CpuKernel.usable(
        name, new Expected(timesScalar, true), () -> CpuKernels.scalar().scanner(), () -> "");
  }

  /** Cannot be used, because it is {@code reason}. */
  public static CpuKernel unusable(String name, String reason) {
    return CpuKernel.unusable(name, new UnsupportedOperationException(reason));
  }

  /** The kernel that runs everywhere. */
  public static CpuKernel scalar() {
    return CpuKernels.scalar();
  }

  private static Scanner forgetfulScanner() {
    return new Scanner(
        new ForgetfulNonces(new LaneNonces(new ScalarRounds())),
        new LaneVersions(new ScalarRolled()));
  }

  private static Scanner lazyScanner() {
    RolledScan right = new LaneVersions(new ScalarRolled());
    return new Scanner(new LaneNonces(new ScalarRounds()), new LazyVersions(right));
  }

  private record LazyVersions(RolledScan right) implements RolledScan {
    @Override
    public void begin(int count) {
      right.begin(count);
    }

    @Override
    public void version(int index, int[] header) {
      right.version(index, header);
    }

    @Override
    public void scan(int nonce, TopWord top, IntConsumer hits) {
      for (int i = 1; i < 100; i++) {
        right.scan(nonce, top, hit -> {});
      }
      right.scan(nonce, top, hits);
    }
  }

  private static final class ForgetfulNonces implements NonceScan {
    private final NonceScan right;
    private int found;

    ForgetfulNonces(NonceScan right) {
      this.right = right;
    }

    @Override
    public void begin(int[] header) {
      right.begin(header);
    }

    @Override
    public void scan(int first, long count, TopWord top, IntConsumer hits) {
      right.scan(first, count, top, nonce -> tell(nonce, hits));
    }

    private void tell(int nonce, IntConsumer hits) {
      if (found++ == 0) {
        hits.accept(nonce);
      }
    }
  }
}
