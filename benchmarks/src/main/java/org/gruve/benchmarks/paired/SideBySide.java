package org.gruve.benchmarks.paired;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.gruve.benchmarks.RawJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares Gruve with another miner: they run in turns, either first in every other round, both on
 * the same processor, as often as asked for. Prints every round and the medians, and writes a raw
 * file.
 */
public final class SideBySide {
  private SideBySide() {}

  /** Exits with 0, 1 when a program failed, or 2 for wrong usage. */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws InterruptedException {
    if (!args.isEmpty() && args.getFirst().equals("--help")) {
      out.print(Arguments.USAGE);
      return 0;
    }
    try {
      compare(Arguments.parse(args), out, err);
      return 0;
    } catch (PairedException e) {
      err.println("side-by-side: " + e.getMessage());
      return e.exitCode();
    } catch (IOException e) {
      err.println("side-by-side: the raw file cannot be written: " + e.getMessage());
      return 1;
    }
  }

  private static void compare(Request request, PrintStream out, PrintStream err)
      throws PairedException, InterruptedException, IOException {
    request.peer().refuseMissing(); // Before Gruve has run for nothing.
    if (request.gruve().pin().prefix().isEmpty()) {
      err.println("side-by-side: neither is pinned to a processor");
    }
    ObjectNode document = new Comparison(request, out).run();
    if (request.out().isPresent()) {
      RawJson.write(request.out().get(), document);
      out.println("written: " + request.out().get());
    }
  }
}
