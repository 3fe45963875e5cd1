package org.gruve.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Ends the process without asking any driver. {@link System#exit} and even {@link Runtime#halt} run
 * what native libraries have registered for the end of a process, and a GPU's driver that hangs in
 * a call also hangs there; POSIX's {@code _exit} does not run it.
 */
final class SharpExit {
  private SharpExit() {}

  static void end(int code) {
    System.out.flush();
    System.err.flush();
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> exit = linker.defaultLookup().find("_exit");
    if (exit.isPresent()) {
      end(linker, exit.get(), code);
    }
    Runtime.getRuntime().halt(code);
  }

  @SuppressWarnings("restricted") // ./gruve allows native access
  private static void end(Linker linker, MemorySegment exit, int code) {
    try {
      linker
          .downcallHandle(exit, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
          .invokeExact(code);
    } catch (Throwable e) {
      // A method handle declares everything. What is left is to halt.
      Runtime.getRuntime().halt(code);
    }
  }
}
