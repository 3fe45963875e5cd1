package org.gruve.stratum.v1;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.block.Difficulty;

/** mining.configure and what it grants (BIP310; docs/stratum-v1.md, 4). */
final class Configuration {
  /** What we ask for as a minimum is this much below the difficulty that we suggest. */
  private static final int BELOW_SUGGESTED = 2;

  private final ClientSettings settings;
  private final Terms terms;
  private final ClientLink link;
  private Id id = Id.NONE;
  private boolean extranonceGranted;

  Configuration(ClientSettings settings, Terms terms, ClientLink link) {
    this.settings = settings;
    this.terms = terms;
    this.link = link;
  }

  /** DATUM writes invalid JSON where version rolling is not asked for. */
  boolean isWanted() {
    return settings.configure() && settings.versionMask() != 0;
  }

  Message.Configure request() {
    id = link.nextId();
    List<String> extensions = new ArrayList<>(List.of("version-rolling"));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("version-rolling.mask", HexFormat.of().toHexDigits(settings.versionMask()));
    parameters.put("version-rolling.min-bit-count", "2");
    Difficulty suggested = settings.suggested();
    if (suggested != null) {
      extensions.add("minimum-difficulty");
      BigDecimal least = suggested.value().movePointLeft(BELOW_SUGGESTED);
      parameters.put("minimum-difficulty.value", least.toString());
    }
    extensions.add("subscribe-extranonce");
    return new Message.Configure(id, extensions, parameters);
  }

  Id id() {
    return id;
  }

  boolean extranonceGranted() {
    return extranonceGranted;
  }

  /** A refusal, an error or an odd answer all mean: no extensions. */
  void answered(Message.Response response) {
    id = Id.NONE;
    if (response.error() != null
        || !(response.result() instanceof Result.Extensions(Map<String, String> values))) {
      return;
    }
    extranonceGranted = "true".equals(values.get("subscribe-extranonce"));
    if ("true".equals(values.get("version-rolling"))) {
      terms.granted(settings.versionMask(), mask(values.getOrDefault("version-rolling.mask", "0")));
    }
  }

  private static int mask(String hex) {
    return hex.matches("[0-9a-fA-F]{1,8}") ? Integer.parseUnsignedInt(hex, 16) : 0;
  }
}
