package org.gruve.kernels.x86;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A function in memory that the processor may run and nobody may write any more. It takes three
 * addresses and a count, which it gets in RDI, RSI, RDX and RCX, and returns RAX.
 */
@SuppressWarnings("restricted") // Foreign functions are what this is for; the launcher allows them.
public final class MachineCode {
  // <sys/mman.h> of Linux.
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final long MAP_FAILED = -1;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle CALL =
      LINKER.downcallHandle(FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle MMAP =
      system(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MPROTECT =
      system("mprotect", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

  private final byte[] code;
  private final MemorySegment function;

  private MachineCode(byte[] code, MemorySegment function) {
    this.code = code;
    this.function = function;
  }

  /** The instructions. */
  public byte[] bytes() {
    return code.clone();
  }

  /**
   * Loads code for the rest of the process's life.
   *
   * @throws UnsupportedOperationException where the system gives no memory for code
   */
  public static MachineCode load(byte[] code) {
    try {
      return new MachineCode(code, map(code));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the system's memory functions cannot be called", e);
    }
  }

  /**
   * Runs it on the calling thread; that costs a few nanoseconds and makes no garbage. What it does
   * to the memory is not checked.
   *
   * @param count 1 or more: kernels count down to 0
   */
  public long call(MemorySegment first, MemorySegment second, MemorySegment third, long count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " groups: code counts down from 1 or more");
    }
    try {
      return (long) CALL.invokeExact(function, first, second, third, count);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("machine code throws nothing", e);
    }
  }

  private static MemorySegment map(byte[] code) throws Throwable {
    MemorySegment page =
        (MemorySegment)
            MMAP.invokeExact(
                MemorySegment.NULL,
                (long) code.length,
                PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS,
                -1,
                0L);
    if (page.address() == MAP_FAILED) {
      throw new UnsupportedOperationException("the system gives no memory for code");
    }
    MemorySegment writable = page.reinterpret(code.length, Arena.global(), null);
    MemorySegment.copy(code, 0, writable, JAVA_BYTE, 0, code.length);
    int refused = (int) MPROTECT.invokeExact(page, (long) code.length, PROT_READ | PROT_EXEC);
    if (refused != 0) {
      throw new UnsupportedOperationException(
          "the system lets no code be run that was written just now");
    }
    return page;
  }

  private static MethodHandle system(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
  }
}
