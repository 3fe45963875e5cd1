package org.gruve.stratum.v1;

import java.util.HexFormat;
import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.gruve.stratum.PoolText;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of one request, read by position. Every method throws IllegalArgumentException
 * with the rest of a sentence that begins with the method's name.
 */
final class Params {
  static final int MAX = 16;

  private final List<JsonNode> values;

  private Params(List<JsonNode> values) {
    this.values = values;
  }

  /** Reads the params member of a line; an absent or null one is an empty list. */
  static Params of(JsonNode line) {
    JsonNode params = line.get("params");
    if (params == null || params.isNull()) {
      return new Params(List.of());
    }
    if (!params.isArray()) {
      throw new IllegalArgumentException("has params that are no array");
    }
    if (params.size() > MAX) {
      throw new IllegalArgumentException("has " + params.size() + " params, more than " + MAX);
    }
    return new Params(List.copyOf(params.values()));
  }

  int count() {
    return values.size();
  }

  boolean has(int i) {
    return i < values.size() && !values.get(i).isNull();
  }

  JsonNode node(int i) {
    if (!has(i)) {
      throw wrong(i, "is missing");
    }
    return values.get(i);
  }

  String text(int i, int limit) {
    JsonNode node = node(i);
    if (!node.isString()) {
      throw wrong(i, "is no string");
    }
    String text = node.stringValue();
    if (text.length() > limit) {
      throw wrong(i, "has " + text.length() + " characters, more than " + limit);
    }
    if (text.indexOf('\0') >= 0) {
      throw wrong(i, "holds a NUL character");
    }
    return text;
  }

  String textOr(int i, int limit, String otherwise) {
    return has(i) && values.get(i).isString() ? text(i, limit) : otherwise;
  }

  JobId jobId(int i) {
    JsonNode node = node(i);
    if (node.isIntegralNumber()) {
      return new JobId(node.asString(), true);
    }
    String text = text(i, 128);
    // A submit that carries it must fit in a line of 1000 bytes after escaping.
    if (Quoted.size(text) > 256) {
      throw wrong(i, "is a job id too long to be sent back");
    }
    return JobId.of(text);
  }

  Bytes hex(int i, int maxBytes) {
    return hex(text(i, 2 * maxBytes), i);
  }

  Bytes hexOfSize(int i, int bytes) {
    String text = text(i, 2 * bytes);
    if (text.length() != 2 * bytes) {
      throw wrong(i, "has " + text.length() + " hex digits instead of " + 2 * bytes);
    }
    return hex(text, i);
  }

  private Bytes hex(String text, int i) {
    try {
      return Bytes.ofHex(text);
    } catch (IllegalArgumentException e) {
      throw wrong(i, "is not made of pairs of hex digits");
    }
  }

  /** A 32-bit number of one to eight hex digits: public-pool does not pad them. */
  int word(int i) {
    String text = text(i, 8);
    if (text.isEmpty() || !text.chars().allMatch(HexFormat::isHexDigit)) {
      throw wrong(i, "is no hex number of at most 8 digits");
    }
    return Integer.parseUnsignedInt(text, 16);
  }

  /** A 32-bit number of exactly eight hex digits. */
  int paddedWord(int i) {
    if (text(i, 8).length() != 8) {
      throw wrong(i, "has not 8 hex digits");
    }
    return word(i);
  }

  /** A decimal, as a number or as a string. */
  Difficulty difficulty(int i) {
    JsonNode node = node(i);
    String text = node.isNumber() ? node.asString() : text(i, 64);
    try {
      return Difficulty.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(i, "is no difficulty above 0: " + PoolText.clean(text, 32));
    }
  }

  /** An integer as a number or as a string (ckpool); {@code otherwise} where absent or empty. */
  int integer(int i, int otherwise) {
    if (!has(i)) {
      return otherwise;
    }
    JsonNode node = node(i);
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return node.intValue();
    }
    String text = text(i, 11);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("-?\\d{1,9}")) {
      throw wrong(i, "is no integer");
    }
    return Integer.parseInt(text);
  }

  /** True, or any number but 0; absent and null are false. */
  boolean truth(int i) {
    if (!has(i)) {
      return false;
    }
    JsonNode node = values.get(i);
    return node.isBoolean() ? node.booleanValue() : node.isIntegralNumber() && !isZero(node);
  }

  private static boolean isZero(JsonNode number) {
    return number.canConvertToInt() && number.intValue() == 0;
  }

  /** The elements of an array parameter, at most {@code limit}. */
  Params array(int i, int limit) {
    JsonNode node = node(i);
    if (!node.isArray()) {
      throw wrong(i, "is no array");
    }
    if (node.size() > limit) {
      throw wrong(i, "has " + node.size() + " elements, more than " + limit);
    }
    return new Params(List.copyOf(node.values()));
  }

  IllegalArgumentException wrong(int i, String what) {
    return new IllegalArgumentException("has a parameter " + (i + 1) + " that " + what);
  }
}
