package org.gruve.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a validation.
 *
 * @param subject what was validated, in a word
 * @param facts what there is to tell about it, by names for programs, in order
 */
public record Result(String subject, Findings findings, Map<String, Object> facts) {
  /** Keeps an immutable copy of the facts, in their order. */
  public Result {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
