package org.gruve.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gruve.core.hash.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a node's blocks are to say of us. */
final class SoloArguments {
  private static final int LONGEST_TAG = 40;

  @Option(
      names = {"--coinbase-addr", "--btc-address"},
      paramLabel = "ADDRESS",
      description = "With a node: the address that a found block pays to, whole.")
  private @Nullable String address;

  @Option(
      names = {"--coinbase-tag", "--coinbase-sig"},
      paramLabel = "TEXT",
      description = "With a node: what a found block says for ever, at most 40 bytes [/gruve/].")
  private String tag = "/gruve/";

  /** Nothing where no address is given. */
  Optional<Coinbase> coinbase() {
    if (address == null) {
      return Optional.empty();
    }
    var _ = AnyAddress.script("--coinbase-addr", address);
    return Optional.of(new Coinbase(address, tag()));
  }

  private Bytes tag() {
    byte[] bytes = tag.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_TAG || tag.chars().anyMatch(Character::isISOControl)) {
      throw new Failure(
          ExitCode.USAGE,
          "--coinbase-tag needs at most 40 bytes of text without control characters");
    }
    return Bytes.of(bytes);
  }
}
