package org.gruve.kernels.cuda;

import java.util.List;

/**
 * Runs CUDA kernels by their PTX text, so that they can be tested where no GPU is. It knows what
 * kernels of whole numbers need, fails at all else, and at what a GPU would let pass: a step
 * outside the memory that was declared, a register or a byte that is used before it is written, a
 * race for shared memory, a barrier that only some threads come to. Threads run one after the
 * other, in their order.
 */
final class PtxInterpreter {
  private final PtxModule module;
  private final DeviceMemory global = Space.GLOBAL.memory();
  private final DeviceMemory constant = Space.CONST.memory();
  private long steps;

  PtxInterpreter(PtxModule module) {
    this.module = module;
    for (PtxVariable variable : module.variables()) {
      DeviceMemory memory = variable.space() == Space.GLOBAL ? global : constant;
      memory.write(memory.allocate(variable.name(), variable.size()), variable.content());
    }
  }

  /** Where buffers are allocated, written and read. */
  DeviceMemory global() {
    return global;
  }

  /** Writes a constant or global variable of the module. */
  void write(String variable, byte[] bytes) {
    PtxVariable target = module.variable(variable);
    if (bytes.length > target.size()) {
      throw new PtxFault("%s has %d bytes".formatted(variable, target.size()));
    }
    (target.space() == Space.GLOBAL ? global : constant).write(target.address(), bytes);
  }

  /** Runs a kernel to its end. Each argument must have its parameter's size. */
  void launch(String kernelName, Grid grid, List<byte[]> arguments) {
    PtxKernel kernel = module.kernel(kernelName);
    if (grid.threads().volume() > kernel.threadLimit()) {
      throw new PtxFault(
          "%s is for blocks of at most %d threads".formatted(kernelName, kernel.threadLimit()));
    }
    DeviceMemory parameters = parameters(kernel, arguments);
    PtxBlock block = new PtxBlock(kernel, grid, new PtxMemories(global, constant, parameters));
    grid.blocks().forEach(block::run);
    steps += block.steps();
  }

  /** Instructions run so far, of all threads. */
  long steps() {
    return steps;
  }

  private static DeviceMemory parameters(PtxKernel kernel, List<byte[]> arguments) {
    List<PtxVariable> declared = kernel.variables(Space.PARAM);
    List<Integer> sizes = declared.stream().map(PtxVariable::size).toList();
    List<Integer> given = arguments.stream().map(argument -> argument.length).toList();
    if (!sizes.equals(given)) {
      throw new PtxFault(
          "%s takes parameters of %s bytes, not of %s".formatted(kernel.name(), sizes, given));
    }
    DeviceMemory memory = Space.PARAM.memory();
    for (int i = 0; i < arguments.size(); i++) {
      memory.write(memory.allocate(declared.get(i).name(), sizes.get(i)), arguments.get(i));
    }
    return memory;
  }
}
