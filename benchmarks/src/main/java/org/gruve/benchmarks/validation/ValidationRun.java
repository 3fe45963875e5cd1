package org.gruve.benchmarks.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.gruve.benchmarks.RawJson;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Network;
import org.gruve.core.script.SpotChecks;
import org.gruve.kernels.secp.Signatures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Times the checks of headers, of a block, and of a transaction that was made to take long. */
public final class ValidationRun {
  private static final String USAGE =
      """
      Times validation on recorded chain data, and compares a block with its signatures alone.

      benchmarks/run validation [DATA [ROUNDS [FILE]]]

        DATA    the folder of conformance data [../shared/data]
        ROUNDS  how often each is timed, in turns, after a minute of warming up [41]
        FILE    write the raw file here
      """;

  private final Path data;
  private final int rounds;
  private final ObjectNode document = RawJson.document("validation");
  private final ArrayNode results = document.putArray("results");
  private final ArrayNode ratios = document.putArray("ratios");

  private ValidationRun(Path data, int rounds) {
    this.data = data;
    this.rounds = rounds;
  }

  /** Exits with 0, 1 when data is missing or found invalid, or 2 for wrong usage. */
  public static void main(String[] args) {
    if (args.length > 3 || (args.length > 0 && args[0].startsWith("-"))) {
      System.err.print(USAGE);
      System.exit(2);
    }
    try {
      Path data = Path.of(args.length > 0 ? args[0] : "../shared/data");
      int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 41;
      ObjectNode document = new ValidationRun(data, rounds).measure();
      if (args.length > 2) {
        RawJson.write(Path.of(args[2]), document);
      }
      System.out.println(RawJson.MAPPER.writeValueAsString(document));
    } catch (NumberFormatException e) {
      System.err.println("validation: " + args[1] + " is no number of rounds");
      System.exit(2);
    } catch (IOException | IllegalStateException e) {
      System.err.println("validation: " + e);
      System.exit(1);
    }
  }

  private ObjectNode measure() throws IOException {
    try (Crew crew = new Crew(Runtime.getRuntime().availableProcessors())) {
      Signatures best = Signatures.best();
      SpotChecks signatures = SpotChecks.of(best.verifier(), new SplittableRandom());
      block(new RecordedBlock(data), signatures, best, crew);
      mega(new MegaTransaction(data), signatures, crew);
      headers(new HeaderFile(data));
    }
    return document;
  }

  private void block(RecordedBlock block, SpotChecks signatures, Signatures best, Crew crew) {
    BlockValidation validation = new BlockValidation(Network.MAIN, signatures, crew.executor());
    String backend = best.verifier().name();
    Bench bench =
        new Bench(
            List.of(
                new Chore(
                    "block 866342, all rules, from its bytes on",
                    backend,
                    crew.threads(),
                    block.validation(validation)),
                new Chore(
                    "its signatures alone",
                    backend,
                    crew.threads(),
                    block.rows(best.verifier(), crew))));
    bench.run(rounds);
    bench.writeTo(results);
    ratios.add(bench.ratio("block 866342, all rules, to its signatures alone", 0, 1));
  }

  private void mega(MegaTransaction mega, SpotChecks signatures, Crew crew) {
    Bench bench =
        new Bench(
            List.of(
                new Chore(
                    "5,569 inputs of the transaction of block 364292",
                    signatures.name(),
                    crew.threads(),
                    mega.scripts(signatures, crew.executor()))));
    bench.run(rounds);
    bench.writeTo(results);
  }

  private void headers(HeaderFile headers) {
    Bench bench =
        new Bench(List.of(new Chore("a million headers, all rules", "", 1, headers.rules())));
    bench.run(rounds);
    bench.writeTo(results);
  }
}
