package org.gruve.node;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls of getblocktemplate (BIP22, BIP23, BIP9). */
final class TemplateRequest {
  /** A full template has 8 to 10 MB. */
  static final long MOST_ANSWER = 32L << 20;

  static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final JsonMapper MAPPER = new JsonMapper();

  private TemplateRequest() {}

  /** For a template, at once or when the one of this id is out of date. */
  static RpcRequest template(@Nullable String longPollId) {
    ObjectNode request = rules();
    request.putArray("capabilities").add("longpoll").add("coinbasevalue").add("workid");
    if (longPollId != null) {
      request.put("longpollid", longPollId);
    }
    return new RpcRequest("getblocktemplate", List.of(request));
  }

  /** For the node's opinion of a block without work. */
  static RpcRequest proposal(String hex) {
    ObjectNode request = rules();
    request.put("mode", "proposal").put("data", hex);
    return new RpcRequest("getblocktemplate", List.of(request));
  }

  private static ObjectNode rules() {
    ObjectNode request = MAPPER.createObjectNode();
    request.putArray("rules").add("segwit").add("signet");
    return request;
  }
}
