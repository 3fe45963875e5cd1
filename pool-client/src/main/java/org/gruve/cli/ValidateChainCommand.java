package org.gruve.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.gruve.validate.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads {@code gruve validate chain}. */
@Command(
    name = "chain",
    sortOptions = false,
    description =
        "Checks a whole chain: a node's blocks folder with its undo data, or blocks from genesis on"
            + " with a coin set. Shards can run on many machines; --merge puts their reports"
            + " together.")
final class ValidateChainCommand implements Callable<Integer> {
  private final ToIntFunction<ValidateRequest> validate;

  @Option(
      names = "--blocks-dir",
      paramLabel = "DIR",
      description =
          "A node's folder of blk*.dat and rev*.dat, best while the node is stopped; or one file of"
              + " such records.")
  private @Nullable Path blocks;

  @Option(
      names = "--coin-set",
      description =
          "Go through the chain from genesis on with all coins in memory, also where there is undo"
              + " data.")
  private boolean coinSet;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Check only every N-th file, from the I-th on [1/1].")
  private String shard = "1/1";

  @Option(
      names = "--headers",
      paramLabel = "FILE",
      description = "The headers that an earlier run wrote, so that all files need not be read.")
  private @Nullable String headers;

  @Option(
      names = "--headers-out",
      paramLabel = "FILE",
      description = "Only find and check the headers of the best branch, and write them.")
  private @Nullable Path headersOut;

  @Option(
      names = "--merge",
      paramLabel = "REPORT",
      arity = "1..*",
      description = "Put the --json reports of all shards together.")
  private List<String> reports = List.of();

  @Mixin private final MannerArguments manner = new MannerArguments();

  ValidateChainCommand(ToIntFunction<ValidateRequest> validate) {
    this.validate = validate;
  }

  @Override
  public Integer call() {
    if (!reports.isEmpty()) {
      if (blocks != null) {
        throw new Failure(ExitCode.USAGE, "--merge and --blocks-dir exclude each other");
      }
      return validate.applyAsInt(new ValidateRequest.Merge(manner.manner(), List.copyOf(reports)));
    }
    if (blocks == null) {
      throw new Failure(
          ExitCode.USAGE, "name a node's folder of blocks with --blocks-dir, or --merge reports");
    }
    Shard part = shard();
    if (coinSet && part.count() > 1) {
      throw new Failure(ExitCode.USAGE, "a coin set needs all blocks: --shard cannot divide it");
    }
    return validate.applyAsInt(
        new ValidateRequest.Chain(
            manner.manner(),
            blocks,
            Optional.ofNullable(headers),
            Optional.ofNullable(headersOut),
            part,
            coinSet));
  }

  private Shard shard() {
    return Shard.parse(shard)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.USAGE,
                    "--shard is I/N with I from 1 to N, such as 2/8, not '" + shard + "'"));
  }
}
