package org.gruve.kernels.opencl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gruve.kernels.gpu.GpuText;
import org.gruve.kernels.gpu.Setting;

/** A clang that compiles OpenCL C for AMD's chips, without any of AMD's software. */
record AmdCompiler(String command) {
  /** The first of the usual names that knows the newest chip of interest. */
  static Optional<AmdCompiler> find() {
    return Stream.of("clang", "clang-22", "clang-21", "clang-20", "clang-19")
        .map(AmdCompiler::new)
        .filter(AmdCompiler::knowsAll)
        .findFirst();
  }

  private boolean knowsAll() {
    try {
      String chips = run(List.of(command, "--target=amdgcn", "--print-supported-cpus"));
      return chips.contains("gfx1201");
    } catch (IOException e) {
      return false;
    }
  }

  /** The assembler text of the kernels for a chip. */
  String compile(String chip, Path folder) throws IOException {
    Path source = folder.resolve("kernels.cl");
    Path text = folder.resolve(chip + ".s");
    Files.writeString(source, GpuText.beside(AmdCompiler.class, "amdgcn.h") + OpenClText.source());
    List<String> arguments = new ArrayList<>(List.of(command, "-x", "cl"));
    arguments.addAll(List.of(OpenClText.options(Setting.USUAL, false).split(" ")));
    arguments.replaceAll(argument -> argument.replace("CL1.2", "CL2.0"));
    arguments.addAll(
        List.of("--target=amdgcn-amd-amdhsa", "-mcpu=" + chip, "-nogpulib", "-O3", "-S"));
    arguments.addAll(List.of("-Xclang", "-finclude-default-header"));
    arguments.addAll(List.of("-o", text.toString(), source.toString()));
    String said = run(arguments);
    if (!Files.exists(text)) {
      throw new IOException("clang made nothing for " + chip + ": " + said);
    }
    return Files.readString(text);
  }

  private static String run(List<String> arguments) throws IOException {
    Process process = new ProcessBuilder(arguments).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
