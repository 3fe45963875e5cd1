package org.gruve.stratum.v1;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a share was refused: by the code of the error first, since codes are not reliable then by its
 * words (docs/stratum-v1.md, 5).
 */
public enum Refusal {
  STALE(21, "stale", "job not found", "unknown-work", "unknown work", "invalid jobid"),
  DUPLICATE(22, "duplicate"),
  LOW_DIFFICULTY(23, "low diff", "above target", "low share"),
  UNAUTHORIZED(24, "unauthor", "worker mismatch"),
  NOT_SUBSCRIBED(25, "not subscribed"),
  OTHER(20);

  private final int code;
  private final List<String> words;

  Refusal(int code, String... words) {
    this.code = code;
    this.words = List.of(words);
  }

  /** The code that a server sends for it. */
  public int code() {
    return code;
  }

  /** Classifies a refused response; one without any error is {@link #OTHER}. */
  public static Refusal of(@Nullable Fault fault) {
    if (fault == null) {
      return OTHER;
    }
    for (Refusal refusal : values()) {
      if (refusal != OTHER && refusal.code == fault.code()) {
        return refusal;
      }
    }
    String text = fault.message().toLowerCase(Locale.ROOT);
    for (Refusal refusal : values()) {
      if (refusal.words.stream().anyMatch(text::contains)) {
        return refusal;
      }
    }
    return OTHER;
  }
}
