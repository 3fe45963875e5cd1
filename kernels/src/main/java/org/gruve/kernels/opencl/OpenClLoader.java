package org.gruve.kernels.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;

/** Whether there is what finds OpenCL's drivers. JOCL itself complains on the terminal if not. */
final class OpenClLoader {
  private static final List<String> NAMES_ON_LINUX = List.of("libOpenCL.so.1", "libOpenCL.so");

  private OpenClLoader() {}

  /** Elsewhere than on Linux it comes with the system, or JOCL knows better where to look. */
  static boolean isInstalled() {
    boolean linux = System.getProperty("os.name").equals("Linux");
    return !linux || NAMES_ON_LINUX.stream().anyMatch(OpenClLoader::loads);
  }

  @SuppressWarnings("restricted") // JOCL loads the same library a moment later
  private static boolean loads(String name) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(name, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // Its answer for a library that is not there.
    }
  }
}
