package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;

/** Runs the threads of a block, each in its turn, in lock step between barriers. */
final class PtxBlock {
  private final PtxKernel kernel;
  private final Grid grid;
  private final List<PtxThread> threads = new ArrayList<>();

  PtxBlock(PtxKernel kernel, Grid grid, PtxMemories memories) {
    this.kernel = kernel;
    this.grid = grid;
    PtxInstruction[] code = kernel.instructions().toArray(new PtxInstruction[0]);
    for (int i = 0; i < grid.threads().volume(); i++) {
      threads.add(new PtxThread(i, kernel, code, memories));
    }
  }

  void run(Extent block) {
    DeviceMemory shared = shared();
    RaceWatch watch = new RaceWatch(Math.toIntExact(shared.end()));
    start(block, shared, watch);
    do {
      watch.passBarrier();
      threads.forEach(PtxThread::run);
    } while (waiting());
  }

  private DeviceMemory shared() {
    DeviceMemory shared = Space.SHARED.memory();
    for (PtxVariable variable : kernel.variables(Space.SHARED)) {
      shared.allocate(variable.name(), variable.dynamic() ? grid.dynamicShared() : variable.size());
    }
    return shared;
  }

  private void start(Extent block, DeviceMemory shared, RaceWatch watch) {
    List<Extent> positions = new ArrayList<>();
    grid.threads().forEach(positions::add);
    for (int i = 0; i < threads.size(); i++) {
      threads
          .get(i)
          .start(shared, watch, List.of(positions.get(i), grid.threads(), block, grid.blocks()));
    }
  }

  /** A barrier is for all threads of a block, or it is undefined what it does. */
  private boolean waiting() {
    List<PtxThread> waiting =
        threads.stream().filter(t -> t.state() == PtxThread.State.AT_BARRIER).toList();
    if (waiting.isEmpty()) {
      return false;
    }
    PtxStatement barrier = waiting.getFirst().last();
    if (waiting.size() < threads.size()) {
      throw barrier.fault(
          "only %d of %d threads come to this barrier, the others have returned"
              .formatted(waiting.size(), threads.size()));
    }
    if (waiting.stream().anyMatch(t -> t.last() != barrier)) {
      throw barrier.fault("some threads wait at this barrier, others at another");
    }
    return true;
  }

  long steps() {
    return threads.stream().mapToLong(PtxThread::steps).sum();
  }
}
