package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Transaction;
import org.gruve.node.NodeAddress;
import org.gruve.node.NodeClient;
import org.gruve.validate.Means;
import org.gruve.validate.NodeData;
import org.gruve.validate.Prevouts;
import org.gruve.validate.RawInput;
import org.gruve.validate.Result;
import org.gruve.validate.TransactionCheck;

/** Finds a transaction and what it spends, in files or at a node, and checks it. */
record TransactionLookup(ValidateInputs inputs, ValidateRequest.Tx request) {
  private static final String NAME = "[0-9a-fA-F]{64}";

  Result check(Means means) {
    Optional<NodeAddress> address = request.node();
    if (address.isEmpty()) {
      inputs.requireNode(request.transaction(), NAME, "a txid");
      return check(means, input(), Optional.empty());
    }
    try (NodeClient client = new NodeClient(address.get())) {
      NodeData node = new NodeData(client);
      node.requireNetwork(request.manner().network());
      boolean named = request.transaction().matches(NAME);
      RawInput input = named ? node.transaction(request.transaction()) : input();
      return check(means, input, Optional.of(node));
    }
  }

  private RawInput input() {
    return inputs.any(request.transaction(), RawInput.MOST_BLOCK);
  }

  private Result check(Means means, RawInput input, Optional<NodeData> node) {
    return new TransactionCheck(
            request.manner().network(), means, request.height(), request.flags())
        .check(
            input.decoded(),
            transaction -> spent(node, transaction),
            transaction ->
                node.map(known -> known.ancestors(request.manner().network(), transaction)));
  }

  private Prevouts spent(Optional<NodeData> node, Transaction transaction) {
    return request
        .prevouts()
        .map(name -> Prevouts.read(inputs.file(name, RawInput.MOST_PREVOUTS), List.of(transaction)))
        .or(() -> node.map(known -> known.prevouts(transaction)))
        .orElseGet(Prevouts::none);
  }
}
