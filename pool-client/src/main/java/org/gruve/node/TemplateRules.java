package org.gruve.node;

import java.util.HashSet;
import java.util.Set;
import org.gruve.stratum.PoolText;
import tools.jackson.databind.JsonNode;

/**
 * The rules that are in force for a template's block (BIP9). One that begins with an exclamation
 * mark changes what a block must be made of: whoever does not know it must not mine.
 */
record TemplateRules(Set<String> names) {
  /** csv, taproot and testdummy ask nothing of who builds a block out of checked transactions. */
  private static final Set<String> KNOWN =
      Set.of("segwit", "signet", "csv", "taproot", "testdummy");

  private static final int MOST = 64;

  static TemplateRules of(TemplateFields fields) {
    Set<String> names = new HashSet<>();
    for (JsonNode rule : fields.array("rules", MOST)) {
      if (!rule.isString()) {
        throw fields.fault("rules", "hold something that is not a text");
      }
      names.add(name(rule.stringValue()));
    }
    return new TemplateRules(Set.copyOf(names));
  }

  boolean has(String name) {
    return names.contains(name);
  }

  private static String name(String rule) {
    String name = rule.startsWith("!") ? rule.substring(1) : rule;
    if (rule.startsWith("!") && !KNOWN.contains(name)) {
      throw TemplateException.hopeless(
          "the node asks for the rule "
              + PoolText.clean(rule, 40)
              + ", which this program does not know; blocks built without it would be invalid");
    }
    return name;
  }
}
