package org.gruve.validate;

import java.util.HashMap;
import java.util.Map;
import org.gruve.core.block.OutPoint;
import org.gruve.core.check.Coin;
import org.gruve.validate.Prevouts.Format;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds spent outputs in JSON, wherever they stand in it: {@code prevout} beside {@code txid} and
 * {@code vout}, as in {@code getblock} with verbosity 3, {@code getrawtransaction} with verbosity 2
 * and Esplora's answers, or {@code value} and {@code script} beside them, which is our own form.
 */
final class JsonPrevouts {
  private final JsonParser in;
  private final Map<OutPoint, Coin> coins = new HashMap<>();
  private Format format = Format.PLAIN;

  private JsonPrevouts(JsonParser in) {
    this.in = in;
  }

  static Prevouts read(String name, byte[] bytes) {
    try (JsonParser in = JsonInput.parser(bytes)) {
      JsonPrevouts reader = new JsonPrevouts(in);
      reader.all();
      return new Prevouts(reader.format, reader.coins);
    } catch (JacksonException e) {
      throw JsonInput.malformed(name, e);
    } catch (IllegalArgumentException e) {
      throw InputException.invalid(name + " has " + e.getMessage()).because(e);
    }
  }

  private void all() {
    in.nextToken();
    value();
    if (in.nextToken() != null) {
      throw new IllegalArgumentException("more after its end");
    }
  }

  /** Depth is bounded by the parser. */
  private void value() {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        value();
      }
    } else if (in.currentToken() == JsonToken.START_OBJECT) {
      object();
    }
  }

  private void object() {
    JsonCoin fields = new JsonCoin();
    JsonCoin spent = null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      JsonToken token = in.nextToken();
      if (field.equals("prevout") && token == JsonToken.START_OBJECT) {
        spent = prevout();
      } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        value();
      } else {
        scalar(field, token, fields);
      }
    }
    keep(fields, spent);
  }

  private void keep(JsonCoin fields, @Nullable JsonCoin spent) {
    if (spent != null) {
      put(fields.outPoint(), spent.coin());
    } else if (fields.value != null && fields.script != null && !fields.listed) {
      put(fields.outPoint(), fields.coin());
    }
  }

  private void put(OutPoint outPoint, Coin coin) {
    Coin before = coins.put(outPoint, coin);
    if (before != null && !before.equals(coin)) {
      throw new IllegalArgumentException(
          "two different outputs " + outPoint.txid() + ":" + outPoint.index());
    }
  }

  /** An output inside of the input that spends it. */
  private JsonCoin prevout() {
    JsonCoin fields = new JsonCoin();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      JsonToken token = in.nextToken();
      if (field.equals("scriptPubKey") && token == JsonToken.START_OBJECT) {
        fields.inBitcoin = true;
        format = Format.GETBLOCK;
        scriptPubKey(fields);
      } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        in.skipChildren();
      } else {
        scalar(field, token, fields);
      }
    }
    return fields;
  }

  private void scriptPubKey(JsonCoin fields) {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String field = in.currentName();
      if (in.nextToken() == JsonToken.VALUE_STRING && field.equals("hex")) {
        fields.script = in.getString();
      } else {
        in.skipChildren();
      }
    }
  }

  private void scalar(String field, JsonToken token, JsonCoin into) {
    switch (token) {
      case VALUE_STRING -> text(field, into);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(field, into);
      case VALUE_TRUE, VALUE_FALSE -> {
        if (field.equals("coinbase") || field.equals("generated")) {
          into.coinbase = token == JsonToken.VALUE_TRUE;
        }
      }
      default -> {
        // Nothing of an output is null.
      }
    }
  }

  private void text(String field, JsonCoin into) {
    switch (field) {
      case "txid" -> into.txid = in.getString();
      case "script" -> into.script = in.getString();
      case "scriptpubkey" -> {
        into.script = in.getString();
        into.listed = true;
        format = Format.ESPLORA;
      }
      default -> {
        // What does not tell of an output does not matter.
      }
    }
  }

  private void number(String field, JsonCoin into) {
    switch (field) {
      case "vout" -> into.index = in.getDecimalValue();
      case "value" -> into.value = in.getDecimalValue();
      case "height" -> into.height = in.getDecimalValue();
      default -> {
        // As above; only these are ever computed with.
      }
    }
  }
}
