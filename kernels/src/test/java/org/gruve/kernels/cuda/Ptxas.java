package org.gruve.kernels.cuda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** NVIDIA's assembler, where it is installed: part of the CUDA toolkit, it needs no GPU. */
final class Ptxas {
  /** Counts are of this release; another may schedule and fuse differently. */
  static final String RELEASE = "13.0";

  private static final Pattern VERSION = Pattern.compile("release (\\d+\\.\\d+)");

  private final Path program;

  private Ptxas(Path program) {
    this.program = program;
  }

  /** The assembler of the wanted release; without it the test is skipped and says why. */
  static Ptxas assumed() throws IOException, InterruptedException {
    Optional<Path> found = onPath();
    assumeTrue(found.isPresent(), "no ptxas on the PATH: install the CUDA toolkit " + RELEASE);
    Ptxas ptxas = new Ptxas(found.orElseThrow());
    String release = ptxas.release();
    assumeTrue(release.equals(RELEASE), "this ptxas is of release " + release + ", not " + RELEASE);
    return ptxas;
  }

  private static Optional<Path> onPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "ptxas"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private String release() throws IOException, InterruptedException {
    Matcher version = VERSION.matcher(run(List.of("--version")));
    return version.find() ? version.group(1) : "unknown";
  }

  /** Assembles a text for an architecture such as {@code sm_90}. */
  Assembled assemble(String ptx, String architecture) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("gruve-ptxas");
    Path source = folder.resolve("kernel.ptx");
    Path cubin = folder.resolve("kernel.cubin");
    try {
      Files.writeString(source, ptx);
      String said =
          run(List.of("-v", "-arch=" + architecture, source.toString(), "-o", cubin.toString()));
      return new Assembled(Cubin.read(Files.readAllBytes(cubin)), PtxasReport.read(said));
    } finally {
      Files.deleteIfExists(source);
      Files.deleteIfExists(cubin);
      Files.delete(folder);
    }
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("ptxas ends with " + code + ": " + said);
    }
    return said;
  }

  /** What came out, and what the assembler said of it. */
  record Assembled(Cubin cubin, PtxasReport report) {}
}
