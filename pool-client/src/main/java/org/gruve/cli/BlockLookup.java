package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Block;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.Network;
import org.gruve.node.NodeAddress;
import org.gruve.node.NodeClient;
import org.gruve.validate.BlockCheck;
import org.gruve.validate.BlockCheck.Known;
import org.gruve.validate.HeaderCheck;
import org.gruve.validate.Means;
import org.gruve.validate.NodeData;
import org.gruve.validate.Prevouts;
import org.gruve.validate.RawInput;
import org.gruve.validate.Result;

/** Finds a block and what is known besides it, in files or at a node, and checks it. */
record BlockLookup(ValidateInputs inputs, ValidateRequest.Block request) {
  private static final String NAME = "\\d{1,9}|[0-9a-fA-F]{64}";

  Result check(Means means) {
    Optional<NodeAddress> address = request.node();
    if (address.isEmpty()) {
      inputs.requireNode(request.block(), NAME, "a block's hash or height");
      RawInput input = inputs.any(request.block(), RawInput.MOST_BLOCK);
      return check(means, input, Optional.empty());
    }
    try (NodeClient client = new NodeClient(address.get())) {
      NodeData node = new NodeData(client);
      node.requireNetwork(network());
      boolean named = request.block().matches(NAME);
      RawInput input =
          named ? node.block(request.block()) : inputs.any(request.block(), RawInput.MOST_BLOCK);
      return check(means, input, Optional.of(node));
    }
  }

  private Network network() {
    return request.manner().network();
  }

  private Result check(Means means, RawInput input, Optional<NodeData> node) {
    Optional<HeaderCheck> headers = inputs.headers(network(), request.headers());
    Result result =
        new BlockCheck(network(), means, inputs.now()).check(input.decoded(), known(headers, node));
    headers.map(HeaderCheck::assumed).orElse(List.of()).forEach(result.findings()::assume);
    return result;
  }

  private Known known(Optional<HeaderCheck> headers, Optional<NodeData> node) {
    return new Known(
        request.height(), block -> ancestors(headers, node, block), block -> spent(node, block));
  }

  private Optional<Ancestors> ancestors(
      Optional<HeaderCheck> headers, Optional<NodeData> node, Block block) {
    return headers.isPresent()
        ? headers.get().before(block.header())
        : node.flatMap(known -> known.ancestors(network(), block.header()));
  }

  private Prevouts spent(Optional<NodeData> node, Block block) {
    return request
        .prevouts()
        .map(name -> Prevouts.read(inputs.file(name, RawInput.MOST_PREVOUTS), block.transactions()))
        .or(() -> node.map(known -> known.prevouts(block)))
        .orElseGet(Prevouts::none);
  }
}
