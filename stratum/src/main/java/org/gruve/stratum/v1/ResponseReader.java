package org.gruve.stratum.v1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gruve.core.hash.Bytes;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads answers in every shape that servers are known to give (docs/stratum-v1.md, 5). */
final class ResponseReader {
  private ResponseReader() {}

  static Message read(Id id, JsonNode line) {
    if (line.get("result") == null && line.get("error") == null) {
      return new Malformed("a line has neither method nor result nor error");
    }
    Fault fault = fault(line.get("error"));
    Result result = result(line.get("result"));
    return new Message.Response(id, result, fault == null ? rejectReason(line, result) : fault);
  }

  /** ckpool: {@code result:false, error:null, "reject-reason":"Stale"}. */
  private static @Nullable Fault rejectReason(JsonNode line, Result result) {
    JsonNode reason = line.get("reject-reason");
    boolean refused = result instanceof Result.Flag(boolean yes) && !yes;
    return refused && reason != null && reason.isString() ? new Fault(0, words(reason)) : null;
  }

  private static @Nullable Fault fault(@Nullable JsonNode error) {
    if (error == null || error.isNull()) {
      return null;
    }
    if (error.isContainer() && error.isEmpty()) {
      return null;
    }
    if (error.isArray()) {
      return new Fault(code(error.get(0)), words(error.get(1)));
    }
    if (error.isObject()) {
      return new Fault(code(error.get("code")), words(error.get("message")));
    }
    if (error.isString()) {
      return error.stringValue().isEmpty() ? null : new Fault(0, words(error));
    }
    if (error.isIntegralNumber()) {
      return code(error) == 0 ? null : new Fault(code(error), "");
    }
    return error.isBoolean() && !error.booleanValue() ? null : new Fault(0, "");
  }

  private static int code(@Nullable JsonNode code) {
    return code != null && code.isIntegralNumber() && code.canConvertToInt() ? code.intValue() : 0;
  }

  private static String words(@Nullable JsonNode text) {
    return text != null && text.isString() ? PoolText.clean(text.stringValue()) : "";
  }

  private static Result result(@Nullable JsonNode result) {
    if (result == null || result.isNull()) {
      return new Result.None();
    }
    if (result.isBoolean()) {
      return new Result.Flag(result.booleanValue());
    }
    if (result.isString()) {
      return new Result.Text(PoolText.clean(result.stringValue()));
    }
    if (result.isObject()) {
      return new Result.Extensions(values(result));
    }
    return result.isArray() ? subscription(result) : new Result.Other("the result is a number");
  }

  private static Map<String, String> values(JsonNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isValueNode()) {
                values.put(entry.getKey(), PoolText.clean(entry.getValue().asString()));
              }
            });
    return values;
  }

  private static Result subscription(JsonNode result) {
    if (result.size() < 3) {
      return new Result.Other("it has " + result.size() + " elements instead of 3");
    }
    JsonNode extranonce1 = result.get(1);
    JsonNode size = result.get(2);
    if (!extranonce1.isString() || !size.isIntegralNumber() || !size.canConvertToInt()) {
      return new Result.Other("extranonce1 is no string or the size of extranonce2 no integer");
    }
    return subscription(result.get(0), extranonce1.stringValue(), size.intValue());
  }

  private static Result subscription(JsonNode pairs, String extranonce1, int size) {
    if (extranonce1.length() > 64 || size < 0 || size > 16) {
      return new Result.Other("extranonce1 is longer than 32 bytes or extranonce2 than 16");
    }
    try {
      return new Result.Subscription(sessionId(pairs), Bytes.ofHex(extranonce1), size);
    } catch (IllegalArgumentException e) {
      return new Result.Other("extranonce1 is not made of pairs of hex digits");
    }
  }

  /** Next to mining.notify in one of several pairs or in a flat pair; else empty. */
  private static String sessionId(JsonNode pairs) {
    if (!pairs.isArray() || pairs.isEmpty()) {
      return "";
    }
    if (pairs.get(0).isString()) {
      return sessionOf(pairs);
    }
    for (JsonNode pair : pairs.values()) {
      String session = sessionOf(pair);
      if (!session.isEmpty()) {
        return session;
      }
    }
    return "";
  }

  private static String sessionOf(JsonNode pair) {
    if (!pair.isArray() || pair.size() < 2 || !pair.get(1).isString()) {
      return "";
    }
    boolean named = pair.get(0).isString() && pair.get(0).stringValue().equals("mining.notify");
    String session = pair.get(1).stringValue();
    return named && isPlain(session) ? session : "";
  }

  /** A session that could not be shown or sent back as it stands is none to come back to. */
  private static boolean isPlain(String session) {
    return session.length() <= 128 && PoolText.clean(session).equals(session);
  }
}
