package org.gruve.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Raw files of measurements: JSON that people can read and compare. */
public final class RawJson {
  /** Reads and writes them. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(printer())
          .build();

  private RawJson() {}

  /** The same on every system, and as a person would write it. */
  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }

  /** An object without fields. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A document of a kind with what all of them have, but for the commit that was measured. */
  public static ObjectNode document(String kind) {
    ObjectNode document = object().put("kind", kind).put("schema", 1);
    document.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    document.set("environment", Machine.here());
    return document;
  }

  /** Writes a document, and the folders that lead to it. */
  public static void write(Path file, JsonNode document) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, MAPPER.writeValueAsString(document) + "\n");
  }
}
