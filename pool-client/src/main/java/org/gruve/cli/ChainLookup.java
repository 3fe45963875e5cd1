package org.gruve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.cli.ValidateRequest.HeaderFile;
import org.gruve.core.check.Network;
import org.gruve.validate.BlockFile;
import org.gruve.validate.ChainCheck;
import org.gruve.validate.HeaderCheck;
import org.gruve.validate.InputException;
import org.gruve.validate.Means;
import org.gruve.validate.Result;
import org.gruve.validate.XorKey;

/** Finds a chain's files and checks it, or writes its headers. */
record ChainLookup(Terminal terminal, ValidateInputs inputs, ValidateRequest.Chain request) {
  Result check(Means means) {
    ChainCheck.Request wanted = wanted();
    Optional<Path> out = request.headersOut();
    if (out.isPresent()) {
      HeaderCheck headers = ChainCheck.headers(wanted, means);
      write(headers, out.get());
      return headers.result();
    }
    try (ValidateProgress progress = new ValidateProgress(terminal, "blocks")) {
      return ChainCheck.of(wanted, means, progress::show);
    }
  }

  private ChainCheck.Request wanted() {
    Path blocks = request.blocks();
    Network network = request.manner().network();
    boolean folder = Files.isDirectory(blocks);
    if (!folder && !Files.isRegularFile(blocks)) {
      throw InputException.usage("there is no folder or file '" + blocks + "'");
    }
    List<BlockFile> files = folder ? BlockFile.in(blocks) : List.of(BlockFile.single(blocks));
    XorKey key = folder ? XorKey.of(blocks) : XorKey.beside(blocks);
    boolean undo = files.stream().anyMatch(file -> file.undo().isPresent());
    if (!undo && request.shard().count() > 1 && request.headersOut().isEmpty()) {
      throw InputException.usage(
          "there are no rev*.dat beside these blocks, so that a coin set must go through all of"
              + " them: --shard cannot divide it");
    }
    Optional<HeaderCheck> headers =
        inputs.headers(network, new HeaderFile(request.headers(), OptionalInt.empty()));
    return new ChainCheck.Request(
        network, files, key, headers, request.shard(), request.coinSet() || !undo, inputs.now());
  }

  private static void write(HeaderCheck headers, Path out) {
    try {
      Files.write(out, headers.bytes());
    } catch (IOException e) {
      throw InputException.io("cannot write " + out, e);
    }
  }
}
