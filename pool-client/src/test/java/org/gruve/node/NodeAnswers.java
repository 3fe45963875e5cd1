package org.gruve.node;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.gruve.core.block.CompactBits;
import org.gruve.core.check.Network;
import org.gruve.core.check.Subsidy;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a good node answers, in the shapes of Bitcoin Core 31. */
final class NodeAnswers {
  private static final JsonMapper JSON = new JsonMapper();

  /** A node's own error. */
  static final class Error extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    Error(int code, String message) {
      super(message);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  private final FakeChain chain;
  private volatile UnaryOperator<ObjectNode> change = template -> template;
  private volatile String name = "regtest";

  NodeAnswers(FakeChain chain) {
    this.chain = chain;
  }

  void change(UnaryOperator<ObjectNode> with) {
    change = with;
  }

  void chain(String word) {
    name = word;
  }

  JsonNode of(String method, JsonNode params, BooleanSupplier end) {
    return switch (method) {
      case "getblockchaininfo" -> info();
      case "getnetworkinfo" ->
          JSON.createObjectNode()
              .put("version", 310000)
              .put("subversion", "/Satoshi:31.0.0/")
              .put("connections", 8);
      case "getblockcount" -> JSON.getNodeFactory().numberNode(chain.height());
      case "getblockhash" -> text(Network.REGTEST.genesisHeader().hash().display());
      case "getbestblockhash" -> text(chain.tip().display());
      case "validateaddress" -> validate(params.path(0).asString(""));
      case "getblocktemplate" -> template();
      case "longpoll" -> longPoll(params.path(0).path("longpollid").asString(""), end);
      case "proposal" -> word(chain.propose(params.path(0).path("data").asString("")));
      case "submitblock" -> submit(params.path(0).asString(""));
      case "getblockheader" -> header(params.path(0).asString(""));
      default -> throw new Error(-32601, "Method not found");
    };
  }

  private ObjectNode info() {
    return JSON.createObjectNode()
        .put("chain", name)
        .put("blocks", chain.height())
        .put("headers", chain.height())
        .put("bestblockhash", chain.tip().display())
        .put("initialblockdownload", false);
  }

  private JsonNode validate(String address) {
    ObjectNode answer = JSON.createObjectNode();
    for (AddressFormat format : AddressFormat.values()) {
      try {
        String script = Address.parse(address, format).script().hex();
        return answer.put("isvalid", true).put("address", address).put("scriptPubKey", script);
      } catch (IllegalArgumentException e) {
        continue;
      }
    }
    return answer.put("isvalid", false);
  }

  private JsonNode submit(String hex) {
    try {
      return word(chain.submit(hex));
    } catch (IllegalArgumentException e) {
      throw new Error(-22, "Block decode failed");
    }
  }

  private JsonNode header(String display) {
    Hash256 hash = Hash256.fromDisplay(display);
    int[] place = chain.place(hash).orElseThrow(() -> new Error(-5, "Block not found"));
    return JSON.createObjectNode()
        .put("hash", display)
        .put("confirmations", place[1])
        .put("height", place[0])
        .put("time", chain.now());
  }

  private JsonNode longPoll(String id, BooleanSupplier end) {
    if (id.length() <= 64) {
      throw new Error(-8, "longpollid is not what it was");
    }
    try {
      chain.awaitOther(Hash256.fromDisplay(id.substring(0, 64)), end);
    } catch (InterruptedException e) {
      throw new Error(-1, "Shutting down");
    }
    if (end.getAsBoolean()) {
      throw new Error(-9, "Shutting down");
    }
    return template();
  }

  private JsonNode template() {
    synchronized (chain) {
      int height = chain.height() + 1;
      ObjectNode template = JSON.createObjectNode();
      template.putArray("capabilities").add("proposal");
      template.put("version", 0x20000000);
      template.putArray("rules").add("csv").add("!segwit").add("taproot");
      template.putObject("vbavailable");
      template.put("vbrequired", 0).put("previousblockhash", chain.tip().display());
      template.putArray("transactions");
      template.putObject("coinbaseaux");
      template
          .put("coinbasevalue", Subsidy.at(Network.REGTEST, height))
          .put("longpollid", chain.tip().display() + "7")
          .put("target", CompactBits.target(0x207fffff).orElseThrow().hex())
          .put("mintime", 1_296_688_603L);
      template.putArray("mutable").add("time").add("transactions").add("prevblock");
      template
          .put("noncerange", "00000000ffffffff")
          .put("sigoplimit", 80_000)
          .put("sizelimit", 4_000_000)
          .put("weightlimit", 4_000_000)
          .put("curtime", chain.now() + 1)
          .put("bits", HexFormat.of().toHexDigits(0x207fffff))
          .put("height", height)
          .put("default_witness_commitment", FakeChain.commitment());
      return change.apply(template);
    }
  }

  private static JsonNode word(Optional<String> word) {
    return word.map(NodeAnswers::text).orElse(JSON.getNodeFactory().nullNode());
  }

  private static JsonNode text(String word) {
    return JSON.getNodeFactory().stringNode(word);
  }
}
