package org.gruve.cli;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON object in the order in which it was filled; {@link #toString} is its one line. */
final class JsonObject {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Puts a text, number, truth value, object, list of these, or null. */
  JsonObject put(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  /** Puts a number, or nothing where it is not known. */
  JsonObject putKnown(String name, double value) {
    return Double.isFinite(value) ? put(name, value) : this;
  }

  /** Puts all fields of another. */
  JsonObject putAll(JsonObject other) {
    fields.putAll(other.fields);
    return this;
  }

  @Override
  public String toString() {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, this);
    }
    return out.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case JsonObject object -> {
        out.writeStartObject();
        object.fields.forEach(
            (name, field) -> {
              out.writeName(name);
              write(out, field);
            });
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Double number -> writeFinite(out, number);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      default -> out.writeString(value.toString());
    }
  }

  /** JSON has no NaN: what is not known is null. */
  private static void writeFinite(JsonGenerator out, double number) {
    if (Double.isFinite(number)) {
      out.writeNumber(number);
    } else {
      out.writeNull();
    }
  }
}
