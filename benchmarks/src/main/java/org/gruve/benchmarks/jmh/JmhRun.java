package org.gruve.benchmarks.jmh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.gruve.benchmarks.RawJson;
import org.gruve.cli.Version;
import org.gruve.kernels.cpu.CpuKernel;
import org.gruve.kernels.cpu.CpuKernels;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the JMH benchmarks: {@code benchmarks/run jmh [--out FILE] [JMH's own options]}. All kernels
 * of the machine are measured unless {@code -p kernel=...} names some; a wrong result ends the run.
 */
public final class JmhRun {
  private JmhRun() {}

  /** Exits with 0, or 1 when a benchmark failed, or 2 for wrong options. */
  public static void main(String[] args) throws IOException {
    boolean named = args.length > 1 && args[0].equals("--out");
    String[] options = named ? Arrays.copyOfRange(args, 2, args.length) : args;
    try {
      CommandLineOptions asked = new CommandLineOptions(options);
      if (asked.shouldHelp()) {
        asked.showHelp();
        return;
      }
      ObjectNode document = document(String.join(" ", options));
      document.set("results", json(new Runner(options(asked)).run()));
      if (named) {
        RawJson.write(Path.of(args[1]), document);
        System.out.println("written: " + args[1]);
      }
    } catch (CommandLineOptionException e) {
      end(2, e);
    } catch (RunnerException e) {
      end(1, e);
    }
  }

  static Options options(CommandLineOptions asked) {
    var options = new OptionsBuilder().parent(asked).shouldFailOnError(true);
    if (!asked.getParameter("kernel").hasValue()) {
      options.param("kernel", kernels());
    }
    return options.build();
  }

  private static String[] kernels() {
    return CpuKernels.all().stream()
        .filter(CpuKernel::isAvailable)
        .map(CpuKernel::name)
        .toArray(String[]::new);
  }

  static ObjectNode document(String options) {
    return RawJson.document("jmh")
        .put("commit", Version.commit())
        .put("command", ("benchmarks/run jmh " + options).strip());
  }

  /** JMH's JSON as it is, less the path of the JVM, which names folders of this machine. */
  static JsonNode json(Collection<RunResult> results) {
    var json = new ByteArrayOutputStream();
    try (var out = new PrintStream(json, true, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    JsonNode plain = RawJson.MAPPER.readTree(json.toString(StandardCharsets.UTF_8));
    plain.forEach(result -> ((ObjectNode) result).remove("jvm"));
    return plain;
  }

  private static void end(int code, Exception why) {
    System.err.println("jmh: " + why.getMessage());
    System.exit(code);
  }
}
