package org.gruve.kernels.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gruve.kernels.gpu.GpuText;
import org.jspecify.annotations.Nullable;

/**
 * A driver without a GPU, compiled from C++ when it is first asked for. JCuda takes it for NVIDIA's
 * since it is in this virtual machine before, under the same name; so that no other test meets it,
 * those that need it run in a virtual machine of their own (see the pom).
 */
final class StandIn {
  /** What tests that need it are tagged with. */
  static final String TAG = "stand-in-driver";

  /** The name that it gives its device. */
  static final String DEVICE = "Stand-in for a GPU";

  private static @Nullable StandIn loaded;

  private final SymbolLookup symbols;

  private StandIn(Path library) {
    symbols = SymbolLookup.libraryLookup(library, Arena.global());
  }

  /** Without a compiler the test is skipped and says why. */
  static synchronized StandIn assumed() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  private static StandIn load() {
    Optional<Path> compiler =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "g++"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(compiler.isPresent(), "no g++ on the PATH, so no driver to stand in for NVIDIA's");
    try {
      Path folder = Files.createTempDirectory("gruve-stand-in-");
      Path library = compile(compiler.orElseThrow(), folder);
      System.load(library.toString());
      StandIn standIn = new StandIn(library);
      for (File file : Optional.ofNullable(folder.toFile().listFiles()).orElseThrow()) {
        Files.delete(file.toPath());
      }
      Files.delete(folder);
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException("the stand-in driver cannot be compiled", e);
    }
  }

  private static Path compile(Path compiler, Path folder) throws IOException {
    for (String file : List.of("tricks.h", "rounds.h", "kernels.h")) {
      Files.writeString(folder.resolve(file), GpuText.beside(GpuText.class, file));
    }
    List<String> own =
        List.of("stand-in.h", "host-words.h", "stand-in-kernels.cpp", "stand-in-driver.cpp");
    for (String file : own) {
      Files.writeString(folder.resolve(file), GpuText.beside(StandIn.class, file));
    }
    List<String> command =
        new ArrayList<>(List.of(compiler.toString(), "-O1", "-std=c++17", "-fPIC", "-shared"));
    command.addAll(List.of("-Wl,-soname,libcuda.so.1", "-o", "libcuda.so.1"));
    command.addAll(own.stream().filter(file -> file.endsWith(".cpp")).toList());
    run(folder, command);
    return folder.resolve("libcuda.so.1");
  }

  private static void run(Path folder, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while g++ runs", e);
    }
  }

  /**
   * Lets a call fail that comes after so many others of it, and so many after that. A result of 700
   * or more breaks the context.
   *
   * @param call the function's name, {@code "kernel"} for what is launched, {@code "*"} for all
   */
  void fail(String call, int result, int after, int times) {
    try (Arena arena = Arena.ofConfined()) {
      FunctionDescriptor type =
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
      call("standin_fail", type, arena.allocateFrom(call), result, after, times);
    }
  }

  /** Nothing fails any more. */
  void reset() {
    count("standin_reset");
  }

  /** Contexts that are open. */
  int contexts() {
    return count("standin_contexts");
  }

  /** What was made in them, and is still there: modules, functions, streams, events, memory. */
  int things() {
    return count("standin_things");
  }

  /** The last word of a hash as the kernel of nonces computes it. */
  int hashOfNonce(int[] work, int nonce) {
    try (Arena arena = Arena.ofConfined()) {
      FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);
      return call("standin_hash_of_nonce", type, arena.allocateFrom(JAVA_INT, work), nonce);
    }
  }

  /** The same as the kernels of midstates and versions compute it. */
  int hashOfVersion(int[] block, int[] tail, int nonce) {
    try (Arena arena = Arena.ofConfined()) {
      FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
      MemorySegment first = arena.allocateFrom(JAVA_INT, block);
      return call(
          "standin_hash_of_version", type, first, arena.allocateFrom(JAVA_INT, tail), nonce);
    }
  }

  private int count(String function) {
    return call(function, FunctionDescriptor.of(JAVA_INT));
  }

  private int call(String function, FunctionDescriptor type, Object... arguments) {
    MethodHandle handle =
        Linker.nativeLinker().downcallHandle(symbols.find(function).orElseThrow(), type);
    try {
      return (int) handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new AssertionError(function + " is not as it was declared", e);
    }
  }
}
