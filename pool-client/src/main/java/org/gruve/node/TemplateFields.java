package org.gruve.node;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.stratum.PoolText;
import tools.jackson.databind.JsonNode;

/**
 * The fields of an object of a template, each read strictly: a number must be a whole one written
 * as such, hex must be hex, and nothing may be longer than it can need to be.
 *
 * @param where stands before a field's name in sentences; empty for the template itself
 */
record TemplateFields(JsonNode object, String where) {
  private static final int LONGEST_NAME = 40;

  /** Refuses what is no object. */
  TemplateFields {
    if (!object.isObject()) {
      throw TemplateException.of(
          where.isEmpty() ? "answer" : where.strip().replaceFirst("'s$", ""),
          "is not a JSON object");
    }
  }

  boolean has(String name) {
    JsonNode value = object.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  long integer(String name, long least, long most) {
    return optionalInteger(name, least, most).orElseThrow(() -> missing(name));
  }

  OptionalLong optionalInteger(String name, long least, long most) {
    if (!has(name)) {
      return OptionalLong.empty();
    }
    JsonNode value = object.path(name);
    // A decimal would be a sum of money that was rounded somewhere.
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw fault(name, "is not a whole number");
    }
    long number = value.longValue();
    if (number < least || number > most) {
      throw fault(name, "is " + number + ", which is not from " + least + " to " + most);
    }
    return OptionalLong.of(number);
  }

  String text(String name, int most) {
    return optionalText(name, most).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name, int most) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = object.path(name);
    if (!value.isString()) {
      throw fault(name, "is not a text");
    }
    String text = value.stringValue();
    if (text.length() > most) {
      throw fault(name, "has " + text.length() + " characters, more than " + most);
    }
    return Optional.of(text);
  }

  byte[] hex(String name, int mostBytes) {
    return optionalHex(name, mostBytes).orElseThrow(() -> missing(name));
  }

  Optional<byte[]> optionalHex(String name, int mostBytes) {
    Optional<String> text = optionalText(name, 2 * mostBytes);
    try {
      return text.map(HexFormat.of()::parseHex);
    } catch (IllegalArgumentException e) {
      throw (TemplateException) fault(name, "is not hex").initCause(e);
    }
  }

  Optional<Bytes> optionalBytes(String name, int mostBytes) {
    return optionalHex(name, mostBytes).map(Bytes::of);
  }

  Hash256 hash(String name) {
    return optionalHash(name).orElseThrow(() -> missing(name));
  }

  /** In display order, as RPC writes hashes. */
  Optional<Hash256> optionalHash(String name) {
    Optional<String> text = optionalText(name, 64);
    if (text.isPresent() && optionalHex(name, 32).orElseThrow().length != 32) {
      throw fault(name, "is not 32 bytes in hex");
    }
    return text.map(hex -> Hash256.fromDisplay(hex.toLowerCase(Locale.ROOT)));
  }

  /** An array of no more elements; an absent one is empty. */
  JsonNode array(String name, int most) {
    JsonNode value = object.path(name);
    if (has(name) && !value.isArray()) {
      throw fault(name, "is not a list");
    }
    if (value.size() > most) {
      throw fault(name, "has " + value.size() + " elements, more than " + most);
    }
    return value;
  }

  TemplateException missing(String name) {
    return fault(name, "is missing");
  }

  TemplateException fault(String name, String what) {
    // A name may be the node's, as coinbaseaux's are.
    return TemplateException.of(where + PoolText.clean(name, LONGEST_NAME), what);
  }
}
