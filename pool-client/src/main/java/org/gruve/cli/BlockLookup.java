package org.gruve.cli;

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
  Result check(Means means) {
    Optional<NodeAddress> address = request.node();
    if (address.isEmpty()) {
      RawInput input = inputs.any(request.block(), RawInput.MOST_BLOCK);
      return check(means, input, known(Optional.empty()));
    }
    try (NodeClient client = new NodeClient(address.get())) {
      NodeData node = new NodeData(client);
      node.requireNetwork(network());
      boolean named = request.block().matches("\\d{1,9}|[0-9a-fA-F]{64}");
      RawInput input =
          named ? node.block(request.block()) : inputs.any(request.block(), RawInput.MOST_BLOCK);
      return check(means, input, known(Optional.of(node)));
    }
  }

  private Network network() {
    return request.manner().network();
  }

  private Result check(Means means, RawInput input, Known known) {
    return new BlockCheck(network(), means, inputs.now()).check(input.decoded(), known);
  }

  private Known known(Optional<NodeData> node) {
    Optional<HeaderCheck> headers = inputs.headers(network(), request.headers());
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
