package org.gruve.benchmarks.paired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program to run, its words, and on which processor. */
record Command(List<String> words, Pin pin) {
  /** What it printed. */
  record Output(String out, String err) {
    String all() {
      return out + "\n" + err;
    }
  }

  /** Without the folder of the program, which is nobody's business. */
  String shown() {
    List<String> shown = new ArrayList<>(pin.prefix());
    shown.add(name());
    shown.addAll(words.subList(1, words.size()));
    return String.join(" ", shown);
  }

  /** The program's own name. */
  String name() {
    Path file = Path.of(words.getFirst()).getFileName();
    return file == null ? words.getFirst() : file.toString();
  }

  /** Waits for its end. Files, not pipes: a full pipe would halt what is measured. */
  Output run(Duration limit) throws PairedException, InterruptedException {
    try {
      Path out = Files.createTempFile("side-by-side", ".out");
      Path err = Files.createTempFile("side-by-side", ".err");
      try {
        return run(limit, out, err);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw PairedException.failed(
          words.getFirst() + " cannot be run (" + e.getMessage() + "): is its path right?");
    }
  }

  private Output run(Duration limit, Path out, Path err)
      throws IOException, PairedException, InterruptedException {
    refuseMissing();
    List<String> line = Stream.concat(pin.prefix().stream(), words.stream()).toList();
    Process process =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw PairedException.failed(
            name() + " did not end within " + limit.toSeconds() + " s; --timeout allows more");
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    Output output = new Output(read(out), read(err));
    if (process.exitValue() != 0) {
      throw PairedException.failed(
          name() + " ended with exit code " + process.exitValue() + lastWords(output));
    }
    return output;
  }

  /** Pinned, a missing program would be an exit code of taskset. */
  void refuseMissing() throws PairedException {
    if (!Program.exists(words.getFirst())) {
      throw PairedException.failed(
          words.getFirst() + " is not there or cannot be executed: give its full path");
    }
  }

  static String lastWords(Output output) {
    return output
        .all()
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((_, later) -> later)
        .map(line -> "; its last words: " + line.strip())
        .orElse(" and said nothing");
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
