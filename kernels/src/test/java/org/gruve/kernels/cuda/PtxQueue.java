package org.gruve.kernels.cuda;

import java.util.List;
import org.gruve.kernels.gpu.Factors;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Scan;
import org.gruve.kernels.gpu.VersionBlock;
import org.gruve.kernels.header.RolledPrologue;
import org.gruve.kernels.header.TopWord;

/** A queue whose kernels are run by the interpreter of their text. */
final class PtxQueue implements GpuQueue {
  private final PtxInterpreter gpu;
  private final org.gruve.kernels.gpu.Grid grid;
  private final long found;
  private long table;

  PtxQueue(PtxModule module, org.gruve.kernels.gpu.Grid grid) {
    this.gpu = new PtxInterpreter(module);
    this.grid = grid;
    found = gpu.global().allocate("found", 4 * FOUND_WORDS);
  }

  @Override
  public void midstates(VersionBlock block) {
    table = gpu.global().allocate("midstates", 4 * RolledPrologue.WORDS * block.count());
    launch(
        "midstates",
        Math.ceilDiv(block.count(), grid.setting().groupSize()),
        1,
        KernelArguments.words(block.block()),
        KernelArguments.words(block.tail()),
        KernelArguments.words(block.base()),
        KernelArguments.words(block.mask()),
        KernelArguments.words(block.firstSubset()),
        KernelArguments.words(block.count()),
        KernelArguments.pointer(table));
  }

  @Override
  public void versions(Scan.Versions scan, TopWord test) {
    clear();
    launch(
        "versions",
        grid.columns(scan),
        grid.rows(scan),
        KernelArguments.words(Factors.words()),
        KernelArguments.words(scan.block().tail()),
        KernelArguments.pointer(table),
        KernelArguments.words(scan.block().count()),
        KernelArguments.words(scan.first()),
        KernelArguments.words(scan.count()),
        KernelArguments.words(scan.firstNonce()),
        KernelArguments.words((int) scan.nonces()),
        KernelArguments.words(grid.noncesPerGroup(scan)),
        KernelArguments.words(test.zeros(), test.greatest()),
        KernelArguments.pointer(found));
  }

  @Override
  public void nonces(Scan.Nonces scan, TopWord test) {
    clear();
    launch(
        "nonces",
        grid.groups(scan),
        1,
        KernelArguments.words(Factors.words()),
        KernelArguments.words(scan.words()),
        KernelArguments.words(scan.first()),
        KernelArguments.words((int) scan.count()),
        KernelArguments.words(test.zeros(), test.greatest()),
        KernelArguments.pointer(found));
  }

  /** What stands behind the hits may be read, too. */
  private void clear() {
    gpu.global().write(found, new byte[4 * FOUND_WORDS]);
  }

  private void launch(String kernel, int columns, int rows, byte[]... arguments) {
    Extent threads = Extent.of(grid.setting().groupSize());
    gpu.launch(kernel, new Grid(Extent.of(columns, rows), threads, 0), List.of(arguments));
  }

  @Override
  public void await(long expectedNanos, int[] words) {
    int[] read = KernelArguments.toWords(gpu.global().read(found, 4 * FOUND_WORDS));
    System.arraycopy(read, 0, words, 0, words.length);
  }

  @Override
  public void close() {
    // It is memory of this program.
  }
}
