package org.gruve.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gruve.core.check.Network;
import org.gruve.core.script.ScriptFlags;
import org.gruve.node.NodeAddress;
import org.gruve.validate.Shard;

/** What {@code gruve validate} was asked to look at. */
sealed interface ValidateRequest {
  /** How, whatever it looks at. */
  record Manner(Network network, boolean json, int threads) {}

  /** Headers that a file, or standard input, holds; of which the first may have a known height. */
  record HeaderFile(Optional<String> file, OptionalInt startHeight) {
    static final HeaderFile NONE = new HeaderFile(Optional.empty(), OptionalInt.empty());
  }

  Manner manner();

  /** A few headers in hex. */
  record Header(Manner manner, List<String> hex, OptionalInt height) implements ValidateRequest {}

  /** Many headers in a file. */
  record Headers(Manner manner, HeaderFile headers) implements ValidateRequest {}

  /** A block, and what is known besides it. */
  record Block(
      Manner manner,
      String block,
      OptionalInt height,
      Optional<String> prevouts,
      HeaderFile headers,
      Optional<NodeAddress> node)
      implements ValidateRequest {}

  /** A transaction, and what is known besides it. */
  record Tx(
      Manner manner,
      String transaction,
      OptionalInt height,
      Optional<String> prevouts,
      Optional<ScriptFlags> flags,
      Optional<NodeAddress> node)
      implements ValidateRequest {}

  /** The chain in block files. */
  record Chain(
      Manner manner,
      Path blocks,
      Optional<String> headers,
      Optional<Path> headersOut,
      Shard shard,
      boolean coinSet)
      implements ValidateRequest {}

  /** Reports of shards. */
  record Merge(Manner manner, List<String> reports) implements ValidateRequest {}

  /** A proof, and what it is judged by. */
  record Proof(
      Manner manner,
      String proof,
      HeaderFile headers,
      Optional<String> transaction,
      Optional<String> content)
      implements ValidateRequest {}

  /** What a rewritten chain would cost. */
  record Rewrite(
      Manner manner,
      int depth,
      Optional<Integer> nbits,
      Optional<String> headers,
      double hashrate,
      OptionalDouble share)
      implements ValidateRequest {}
}
