package org.gruve.kernels.cuda;

import java.util.List;

/** One thread: its registers, and how far it is. */
final class PtxThread {
  enum State {
    RUNNING,
    AT_BARRIER,
    RETURNED
  }

  private final PtxKernel kernel;
  private final PtxInstruction[] code;
  private final PtxMemories memories;
  private final long[] atStart;
  private final long[] registers;
  private final int number;
  private DeviceMemory shared = Space.SHARED.memory();
  private RaceWatch watch = new RaceWatch(0);
  private State state = State.RETURNED;
  private int current;
  private int next;
  private long steps;

  PtxThread(int number, PtxKernel kernel, PtxInstruction[] code, PtxMemories memories) {
    this.number = number;
    this.kernel = kernel;
    this.code = code;
    this.memories = memories;
    this.atStart = kernel.registers().atStart();
    this.registers = new long[atStart.length];
  }

  /** Sets it to the kernel's begin, with the special registers in their order. */
  void start(DeviceMemory sharedMemory, RaceWatch races, List<Extent> special) {
    shared = sharedMemory;
    watch = races;
    System.arraycopy(atStart, 0, registers, 0, registers.length);
    for (int i = 0; i < special.size(); i++) {
      registers[3 * i] = special.get(i).x();
      registers[3 * i + 1] = special.get(i).y();
      registers[3 * i + 2] = special.get(i).z();
    }
    next = 0;
    state = State.RUNNING;
  }

  /** Runs to the next barrier or to the end. */
  void run() {
    state = State.RUNNING;
    try {
      while (state == State.RUNNING) {
        steps++;
        current = next++;
        code[current].run(this);
      }
    } catch (PtxFault fault) {
      throw last().fault(fault.getMessage() + " (" + where() + ")");
    }
  }

  private String where() {
    long[] r = registers;
    return "thread %d, %d, %d of block %d, %d, %d".formatted(r[0], r[1], r[2], r[6], r[7], r[8]);
  }

  /** The statement that it ran last. */
  PtxStatement last() {
    return kernel.source().get(current);
  }

  State state() {
    return state;
  }

  /** Instructions run so far. */
  long steps() {
    return steps;
  }

  void jump(int index) {
    next = index;
  }

  void stop(State why) {
    state = why;
  }

  long read(int place) {
    long value = registers[place];
    if (value == RegisterFile.UNWRITTEN) {
      throw new PtxFault(
          kernel.registers().name(place)
              + " is used, but nobody wrote to it, or not to the memory that it was loaded from");
    }
    return value;
  }

  void set(int place, long value) {
    registers[place] = value;
  }

  long load(Space space, long address, int size) {
    long value = memory(space).load(address, size);
    if (space == Space.SHARED) {
      watch.load(number, address, size);
    }
    return value;
  }

  void store(Space space, long address, int size, long value) {
    memory(space).store(address, size, value);
    if (space == Space.SHARED) {
      watch.store(number, address, size);
    }
  }

  DeviceMemory memory(Space space) {
    return switch (space) {
      case SHARED -> shared;
      case GLOBAL -> memories.global();
      case CONST -> memories.constant();
      case PARAM -> memories.parameters();
    };
  }
}
