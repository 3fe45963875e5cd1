package org.gruve.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.cli.ValidateRequest.HeaderFile;
import org.gruve.core.check.Network;
import org.gruve.validate.HeaderCheck;
import org.gruve.validate.HeaderSource;
import org.gruve.validate.InputException;
import org.gruve.validate.MerkleBlock;
import org.gruve.validate.OtsProof;
import org.gruve.validate.ProofCheck;
import org.gruve.validate.RawInput;
import org.gruve.validate.Result;
import org.gruve.validate.RewriteCost;

/** Reads what validations are about, from files, arguments and standard input. */
final class ValidateInputs {
  private static final String STAMP = ".ots";

  private final Terminal terminal;
  private final InputStream stdin;
  private final InstantSource clock;
  private boolean stdinTaken;

  ValidateInputs(Terminal terminal, InputStream stdin, InstantSource clock) {
    this.terminal = terminal;
    this.stdin = stdin;
    this.clock = clock;
  }

  /** Unsigned seconds. */
  long now() {
    return clock.instant().getEpochSecond();
  }

  RawInput any(String argument, int most) {
    return RawInput.read(argument, stdin(argument), most);
  }

  RawInput file(String argument, int most) {
    return RawInput.readFile(argument, stdin(argument), most);
  }

  /** Ends where a block or transaction is named that only a node could know. */
  void requireNode(String argument, String name, String what) {
    if (argument.matches(name) && !Files.exists(Path.of(argument))) {
      throw InputException.usage(
          "'" + argument + "' looks like " + what + ", for which --node names a node to ask");
    }
  }

  /** What has been read to its end would seem to be empty. */
  private InputStream stdin(String argument) {
    if (argument.equals("-")) {
      if (stdinTaken) {
        throw InputException.usage("standard input can stand for one thing only; name a file");
      }
      stdinTaken = true;
    }
    return stdin;
  }

  HeaderCheck check(ValidateRequest.Header request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String hex : request.hex()) {
      bytes.writeBytes(any(hex, RawInput.MOST_BLOCK).decoded());
    }
    HeaderSource source = HeaderSource.of("the input", bytes.toByteArray());
    return HeaderCheck.of(request.manner().network(), request.height(), now(), source, done -> {});
  }

  HeaderCheck check(ValidateRequest.Headers request) {
    return headers(request.manner().network(), request.headers()).orElseThrow();
  }

  /** The headers to judge by, checked themselves. */
  Optional<HeaderCheck> headers(Network network, HeaderFile file) {
    return file.file().map(name -> headers(network, name, file.startHeight()));
  }

  private HeaderCheck headers(Network network, String name, OptionalInt start) {
    try (HeaderSource source = HeaderSource.open(name, stdin(name));
        ValidateProgress progress = new ValidateProgress(terminal, "headers")) {
      return HeaderCheck.of(
          network, start, now(), source, done -> progress.show(done, source.expected()));
    }
  }

  Result check(ValidateRequest.Proof request) {
    RawInput input = any(request.proof(), MerkleBlock.MOST_BYTES);
    byte[] bytes = input.decoded();
    Network network = request.manner().network();
    Optional<HeaderCheck> headers = headers(network, request.headers());
    boolean stamp = OtsProof.isOne(bytes);
    if (stamp ? request.transaction().isPresent() : request.content().isPresent()) {
      throw InputException.usage(
          stamp
              ? "--tx belongs to a proof by gettxoutproof, and this is a timestamp"
              : "--of belongs to a timestamp, and this is none");
    }
    if (!stamp) {
      Optional<byte[]> transaction =
          request.transaction().map(text -> any(text, RawInput.MOST_BLOCK).decoded());
      return ProofCheck.ofMerkleBlock(network, bytes, headers, transaction);
    }
    if (bytes.length > OtsProof.MOST_BYTES) {
      throw InputException.invalid(input.name() + " is too large for a timestamp");
    }
    Optional<Path> content =
        request.content().map(ValidateInputs::existing).or(() -> stamped(request.proof()));
    return ProofCheck.ofTimestamp(network, bytes, headers, content);
  }

  private static Optional<Path> stamped(String proof) {
    return Optional.of(proof)
        .filter(name -> name.endsWith(STAMP))
        .map(name -> Path.of(name.substring(0, name.length() - STAMP.length())))
        .filter(Files::isRegularFile);
  }

  private static Path existing(String name) {
    Path path = Path.of(name);
    if (!Files.isRegularFile(path)) {
      throw InputException.usage("there is no file '" + name + "'");
    }
    return path;
  }

  RewriteCost cost(ValidateRequest.Rewrite request) {
    int spacing = request.manner().network().pow().spacing();
    if (request.nbits().isPresent()) {
      return RewriteCost.ofBits(request.depth(), request.nbits().get(), spacing);
    }
    HeaderFile file = new HeaderFile(request.headers(), OptionalInt.empty());
    HeaderCheck check = headers(request.manner().network(), file).orElseThrow();
    return RewriteCost.ofLast(check, request.depth(), spacing);
  }
}
