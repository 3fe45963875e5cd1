package org.gruve.kernels.cuda;

/** One decoded instruction; its operands are places of a {@link RegisterFile}. */
sealed interface PtxInstruction {
  void run(PtxThread thread);

  record Compute(Operation operation, int result, int a, int b, int c, long mask)
      implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      thread.set(result, operation.of(thread.read(a), thread.read(b), thread.read(c)) & mask);
    }
  }

  /** The words of a vector lie one behind the other, and the whole vector must be aligned. */
  record Load(PtxAddress from, int size, PtxPlaces results) implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      long address = from.in(thread);
      thread.memory(from.space()).aligned(address, size * results.count());
      for (int i = 0; i < results.count(); i++) {
        thread.set(results.at(i), thread.load(from.space(), address + (long) i * size, size));
      }
    }
  }

  record Store(PtxAddress to, int size, PtxPlaces values) implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      long address = to.in(thread);
      thread.memory(to.space()).aligned(address, size * values.count());
      for (int i = 0; i < values.count(); i++) {
        thread.store(to.space(), address + (long) i * size, size, thread.read(values.at(i)));
      }
    }
  }

  /** Combines a word of memory with a value, and gives what was there before. */
  record Atomic(PtxAddress at, int size, Operation operation, int result, int a, int b)
      implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      DeviceMemory memory = thread.memory(at.space());
      long address = at.in(thread);
      long x = thread.read(a);
      long y = thread.read(b);
      thread.set(result, memory.load(address, size));
      memory.store(address, size, operation.of(thread.read(result), x, y));
    }
  }

  record Branch(PtxLabel to) implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      thread.jump(to.index());
    }
  }

  record Barrier() implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      thread.stop(PtxThread.State.AT_BARRIER);
    }
  }

  record Return() implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      thread.stop(PtxThread.State.RETURNED);
    }
  }

  /** Runs another instruction where a predicate has the wanted value. */
  record Guarded(int predicate, int wanted, PtxInstruction guarded) implements PtxInstruction {
    @Override
    public void run(PtxThread thread) {
      if (thread.read(predicate) == wanted) {
        guarded.run(thread);
      }
    }
  }
}
