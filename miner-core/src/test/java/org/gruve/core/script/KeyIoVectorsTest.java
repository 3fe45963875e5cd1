package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gruve.core.TestData;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Core's key_io_tests. */
final class KeyIoVectorsTest {
  @Test
  void readsAndWritesWhatIsValid() {
    JsonNode vectors = read("core/key_io_valid.json");
    assertThat(vectors).hasSize(70);
    int keys = 0;
    for (JsonNode vector : vectors) {
      JsonNode facts = vector.get(2);
      AddressFormat format = format(facts.get("chain").asString());
      Bytes payload = Bytes.ofHex(vector.get(1).asString());
      String text = vector.get(0).asString();
      if (facts.get("isPrivkey").asBoolean()) {
        keys++;
        readsKey(text, new SecretKey(payload, facts.get("isCompressed").asBoolean()), format);
      } else {
        readsAddress(text, payload, facts.path("tryCaseFlip").asBoolean(false), format);
      }
    }
    assertThat(keys).isEqualTo(16);
  }

  private static void readsKey(String text, SecretKey key, AddressFormat format) {
    assertThat(SecretKey.parse(text, format)).as(text).contains(key);
    assertThat(key.toString()).doesNotContain(key.secret().toString());
    assertThat(script(text, format)).as(text).isEmpty();
  }

  private static void readsAddress(
      String text, Bytes script, boolean anyCase, AddressFormat format) {
    assertThat(script(text, format)).as(text).contains(script);
    assertThat(new Address(script).text(format)).isEqualTo(text);
    assertThat(script(flipped(text), format))
        .as(text)
        .isEqualTo(anyCase ? Optional.of(script) : Optional.empty());
    assertThat(SecretKey.parse(text, format)).as(text).isEmpty();
  }

  @Test
  void refusesWhatIsInvalidOnEveryNetwork() {
    JsonNode vectors = read("core/key_io_invalid.json");
    assertThat(vectors).hasSize(70);
    for (JsonNode vector : vectors) {
      String text = vector.get(0).asString();
      for (AddressFormat format : AddressFormat.values()) {
        assertThat(script(text, format)).as("%s, %s", format, text).isEmpty();
        assertThat(SecretKey.parse(text, format)).as("%s, %s", format, text).isEmpty();
      }
    }
  }

  private static Optional<Bytes> script(String text, AddressFormat format) {
    try {
      return Optional.of(Address.parse(text, format).script());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String flipped(String text) {
    return text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static AddressFormat format(String chain) {
    return switch (chain) {
      case "main" -> AddressFormat.MAIN;
      case "regtest" -> AddressFormat.REGTEST;
      default -> AddressFormat.TEST;
    };
  }

  private static JsonNode read(String name) {
    return JsonMapper.shared().readTree(TestData.bytes(name));
  }
}
