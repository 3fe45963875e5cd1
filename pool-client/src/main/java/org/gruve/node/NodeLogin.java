package org.gruve.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gruve.core.hash.Hash256;
import org.gruve.stratum.PoolText;
import tools.jackson.databind.JsonNode;

/**
 * Asks a node who it is, and whether it and we mean the same by the address that is to be paid.
 * Confined to the event loop.
 */
final class NodeLogin {
  /** What becomes of it. */
  interface Listener {
    void known(NodeFacts facts);

    void refused(Trouble trouble);
  }

  static final Duration DEADLINE = Duration.ofSeconds(20);
  static final long MOST_ANSWER = 1 << 20;

  private final NodeRpc rpc;
  private final String address;
  private final Listener listener;

  NodeLogin(NodeRpc rpc, String address, Listener listener) {
    this.rpc = rpc;
    this.address = address;
    this.listener = listener;
  }

  void begin() {
    ask("getblockchaininfo", this::chain);
  }

  private void chain(JsonNode info) {
    String word = PoolText.clean(info.path("chain").asString(""));
    Optional<Chain> chain = Chain.of(word);
    if (chain.isEmpty()) {
      refuse("is on the chain \"" + word + "\", whose rules are not known here");
      return;
    }
    try {
      Payout payout = Payout.parse(address, chain.get());
      ask("getblockhash", hash -> genesis(info, chain.get(), payout, hash), 0);
    } catch (IllegalArgumentException e) {
      refuse("cannot be mined on: " + e.getMessage());
    }
  }

  private void genesis(JsonNode info, Chain chain, Payout payout, JsonNode hash) {
    try {
      NodeFacts facts =
          new NodeFacts(
              chain,
              Hash256.fromDisplay(hash.asString("")),
              payout,
              info.path("blocks").asInt(0),
              info.path("initialblockdownload").asBoolean(false));
      validate(facts);
    } catch (IllegalArgumentException e) {
      listener.refused(Trouble.faulty("tells no hash of its first block"));
    }
  }

  /** The node's reading of the address. Servers that cannot tell are believed to agree. */
  private void validate(NodeFacts facts) {
    RpcRequest request = new RpcRequest("validateaddress", List.of(address));
    var _ =
        rpc.call(
            request,
            DEADLINE,
            MOST_ANSWER,
            reply -> {
              switch (reply) {
                case RpcReply.Result(JsonNode value) -> compare(facts, value);
                case RpcReply.Refused(int code, String _) when code == -32601 ->
                    listener.known(facts);
                case RpcReply other -> listener.refused(Trouble.of(other));
              }
            });
  }

  private void compare(NodeFacts facts, JsonNode value) {
    Optional<String> fault = facts.payout().fault(value, facts.chain());
    if (fault.isPresent()) {
      refuse("cannot be mined on: " + fault.get());
    } else {
      listener.known(facts);
    }
  }

  private void ask(String method, Consumer<JsonNode> then, Object... params) {
    RpcRequest request = new RpcRequest(method, List.of(params));
    var _ =
        rpc.call(
            request,
            DEADLINE,
            MOST_ANSWER,
            reply -> {
              if (reply instanceof RpcReply.Result(JsonNode value)) {
                then.accept(value);
              } else {
                listener.refused(Trouble.of(reply));
              }
            });
  }

  private void refuse(String sentence) {
    listener.refused(Trouble.hopeless(sentence));
  }
}
