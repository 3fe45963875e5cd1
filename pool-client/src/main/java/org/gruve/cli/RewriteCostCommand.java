package org.gruve.cli;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads {@code gruve validate rewrite-cost}. */
@Command(
    name = "rewrite-cost",
    sortOptions = false,
    description =
        "Says what it takes to replace the last blocks of a chain, and how likely an attacker is to"
            + " succeed while the network mines on: what makes a chain tamper-evident.")
final class RewriteCostCommand implements Callable<Integer> {
  private static final int MOST_DEPTH = 10_000_000;

  private final ToIntFunction<ValidateRequest> validate;

  @Option(names = "--depth", paramLabel = "N", description = "How many blocks [6].")
  private String depth = "6";

  @Option(
      names = "--difficulty",
      paramLabel = "DIFF",
      description = "The difficulty of these blocks, such as 110e12.")
  private @Nullable String difficulty;

  @Option(
      names = "--nbits",
      paramLabel = "HEX",
      description = "The nBits of these blocks, instead of a difficulty.")
  private @Nullable String nbits;

  @Option(
      names = "--headers",
      paramLabel = "FILE",
      description = "Headers, 80 bytes each, whose last ones are counted instead.")
  private @Nullable String headers;

  @Option(
      names = "--hashrate",
      paramLabel = "RATE",
      description = "The attacker's rate: hashes per second, or such as 500TH or 2.5EH.")
  private @Nullable String hashrate;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description =
          "The attacker's share of all hash rate, such as 0.1 or 10%% [the rate beside the"
              + " network's].")
  private @Nullable String share;

  @Mixin private final MannerArguments manner = new MannerArguments();

  RewriteCostCommand(ToIntFunction<ValidateRequest> validate) {
    this.validate = validate;
  }

  @Override
  public Integer call() {
    if (hashrate == null) {
      throw new Failure(ExitCode.USAGE, "--hashrate is missing: the attacker's, such as 500TH");
    }
    Optional<Integer> bits = bits();
    if (bits.isPresent() == (headers != null)) {
      throw new Failure(
          ExitCode.USAGE, "say what the blocks are: --difficulty, --nbits or --headers FILE");
    }
    return validate.applyAsInt(
        new ValidateRequest.Rewrite(
            manner.manner(),
            OptionText.wholeNumber("--depth", depth, 1, MOST_DEPTH),
            bits,
            Optional.ofNullable(headers),
            HashRateText.perSecond("--hashrate", hashrate),
            share == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(HashRateText.share("--share", share))));
  }

  private Optional<Integer> bits() {
    if (difficulty != null && nbits != null) {
      throw new Failure(ExitCode.USAGE, "--difficulty and --nbits exclude each other");
    }
    if (difficulty != null) {
      Difficulty value = OptionText.difficulty("--difficulty", difficulty);
      return Optional.of(CompactBits.of(value.target()));
    }
    return Optional.ofNullable(nbits).map(RewriteCostCommand::bits);
  }

  private static Integer bits(String text) {
    if (text.length() == 8 && text.chars().allMatch(HexFormat::isHexDigit)) {
      int bits = HexFormat.fromHexDigits(text);
      if (CompactBits.target(bits).isPresent()) {
        return bits;
      }
    }
    throw new Failure(
        ExitCode.USAGE, "--nbits needs 8 hex digits such as 17034219, not '" + text + "'");
  }
}
