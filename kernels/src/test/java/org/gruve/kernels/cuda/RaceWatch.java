package org.gruve.kernels.cuda;

import java.util.Arrays;

/**
 * Finds what only the order of threads decides: a byte of shared memory that one thread writes and
 * another reads or writes without a barrier between. Threads run one after the other here, so the
 * result alone might not show it.
 */
final class RaceWatch {
  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;

  private final int[] writers;
  private final int[] readers;

  RaceWatch(int size) {
    writers = new int[size];
    readers = new int[size];
    passBarrier();
  }

  void passBarrier() {
    Arrays.fill(writers, NOBODY);
    Arrays.fill(readers, NOBODY);
  }

  void load(int thread, long address, int size) {
    for (int i = (int) address; i < address + size; i++) {
      if (writers[i] != NOBODY && writers[i] != thread) {
        throw race(i, "written", writers[i], "read", thread);
      }
      readers[i] = readers[i] == NOBODY || readers[i] == thread ? thread : SEVERAL;
    }
  }

  void store(int thread, long address, int size) {
    for (int i = (int) address; i < address + size; i++) {
      if (writers[i] != NOBODY && writers[i] != thread) {
        throw race(i, "written", writers[i], "written", thread);
      }
      if (readers[i] != NOBODY && readers[i] != thread) {
        throw race(i, "read", readers[i], "written", thread);
      }
      writers[i] = thread;
    }
  }

  private static PtxFault race(int address, String first, int one, String then, int other) {
    return new PtxFault(
        "0x%x of shared memory is %s by %s and %s by thread %d with no barrier between"
            .formatted(address, first, one == SEVERAL ? "several" : "thread " + one, then, other));
  }
}
