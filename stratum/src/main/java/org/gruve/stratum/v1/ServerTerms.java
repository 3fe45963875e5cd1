package org.gruve.stratum.v1;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.jspecify.annotations.Nullable;

/** What the server has agreed with its client. */
final class ServerTerms {
  private final ServerSettings settings;
  private Difficulty difficulty = new Difficulty(BigDecimal.ONE);
  private @Nullable Difficulty least;
  private Extranonce extranonce;
  private boolean followsExtranonce;
  private boolean rolling;
  private int asked;
  private int mask;

  ServerTerms(ServerSettings settings) {
    this.settings = settings;
    this.extranonce = new Extranonce(settings.extranonce1(), settings.extranonce2Size());
    this.mask = settings.versionMask();
  }

  /** BIP310: each extension that was asked for is answered, unknown ones by false. */
  Result configure(Message.Configure request) {
    Map<String, String> answers = new TreeMap<>();
    for (String extension : request.extensions()) {
      answers.put(extension, String.valueOf(grant(extension, request.parameters())));
    }
    if ("true".equals(answers.get("version-rolling"))) {
      answers.put("version-rolling.mask", HexFormat.of().toHexDigits(mask()));
    }
    return new Result.Extensions(answers);
  }

  private boolean grant(String extension, Map<String, String> parameters) {
    return switch (extension) {
      case "version-rolling" -> roll(parameters.getOrDefault("version-rolling.mask", "ffffffff"));
      case "minimum-difficulty" -> least(parameters.getOrDefault("minimum-difficulty.value", ""));
      case "subscribe-extranonce" -> followExtranonce();
      case "info" -> true;
      default -> false;
    };
  }

  private boolean roll(String hex) {
    if (settings.versionMask() == 0 || !hex.matches("[0-9a-fA-F]{1,8}")) {
      return false;
    }
    rolling = true;
    asked = Integer.parseUnsignedInt(hex, 16);
    return true;
  }

  private boolean least(String value) {
    try {
      least = Difficulty.parse(value);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean followExtranonce() {
    followsExtranonce = true;
    return true;
  }

  boolean followsExtranonce() {
    return followsExtranonce;
  }

  Extranonce extranonce() {
    return extranonce;
  }

  void extranonce(Bytes extranonce1, int extranonce2Size) {
    extranonce = new Extranonce(extranonce1, extranonce2Size);
  }

  Difficulty difficulty() {
    return difficulty;
  }

  /** Never below the minimum that the client asked for. */
  void difficulty(Difficulty wanted) {
    difficulty = least != null && least.value().compareTo(wanted.value()) > 0 ? least : wanted;
  }

  boolean rolling() {
    return rolling;
  }

  /** The bits that may be rolled now. */
  int mask() {
    return rolling ? mask & asked : 0;
  }

  void mask(int newMask) {
    mask = newMask;
  }
}
