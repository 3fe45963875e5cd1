package org.gruve.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.gruve.node.NodeAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node to ask. */
final class NodeArguments {
  @Option(
      names = "--node",
      paramLabel = "URL",
      description = "Ask a node, http://USER:PASSWORD@HOST:PORT.")
  private @Nullable String url;

  @Option(
      names = "--cookie",
      paramLabel = "FILE",
      description = "The node's .cookie file, instead of a user and password in the URL.")
  private @Nullable Path cookie;

  Optional<NodeAddress> node() {
    if (url == null) {
      if (cookie != null) {
        throw new Failure(ExitCode.USAGE, "--cookie belongs to --node");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(NodeAddress.of(url, Optional.ofNullable(cookie)));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--node: " + Failure.sentence(e)).because(e);
    }
  }
}
