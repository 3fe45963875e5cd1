package org.gruve.node;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.hash.Hash256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A found block as a file: one JSON object, so that it can also be sent by hand. */
final class FoundBlockFile {
  /** Room for a block of the greatest weight in hex digits, and the words around it. */
  static final long MOST_BYTES = 9 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(2)
                          .maxStringLength((int) MOST_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FoundBlockFile() {}

  static byte[] bytes(FoundBlock block) {
    ObjectNode file = MAPPER.createObjectNode();
    file.put("hash", block.hash().display())
        .put("height", block.height())
        .put("chain", block.chain())
        .put("genesis", block.genesis().display())
        .put("found", block.found().toString())
        .put("workid", block.workId().orElse(null))
        .put("hex", block.hex());
    return (MAPPER.writeValueAsString(file) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * IllegalArgumentException, whose sentence says what is wrong, where these are not such bytes.
   */
  static FoundBlock parse(byte[] bytes) {
    try {
      return parse(MAPPER.readTree(bytes));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON", e);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("its time is none", e);
    }
  }

  private static FoundBlock parse(JsonNode file) {
    String hex = text(file, "hex");
    HexFormat.of().parseHex(hex);
    if (hex.length() < 2 * BlockHeader.SIZE) {
      throw new IllegalArgumentException("its block is shorter than a header");
    }
    BlockHeader header =
        BlockHeader.parse(HexFormat.of().parseHex(hex.substring(0, 2 * BlockHeader.SIZE)));
    Hash256 hash = Hash256.fromDisplay(text(file, "hash"));
    if (!header.hash().equals(hash)) {
      throw new IllegalArgumentException("its block has another hash than it says");
    }
    if (CompactBits.target(header.nbits()).filter(target -> target.isMetBy(hash)).isEmpty()) {
      throw new IllegalArgumentException("its block has no proof of work");
    }
    return new FoundBlock(
        header,
        hash,
        file.path("height").asInt(-1),
        text(file, "chain"),
        Hash256.fromDisplay(text(file, "genesis")),
        Instant.parse(text(file, "found")),
        Optional.of(file.path("workid")).filter(JsonNode::isString).map(JsonNode::asString),
        hex);
  }

  private static String text(JsonNode file, String name) {
    JsonNode value = file.path(name);
    if (!value.isString()) {
      throw new IllegalArgumentException("it has no " + name);
    }
    return value.asString();
  }
}
