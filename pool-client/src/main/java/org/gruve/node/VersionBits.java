package org.gruve.node;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Which bits of a template's version may be rolled. What the node has set or asks for stays as it
 * is, and so does what it offers to vote on: rolling such a bit would be a vote at random. BIP23's
 * "version/force" and "version/reduce" are permissions that nobody needs here.
 */
final class VersionBits {
  /** BIP320's sixteen bits. */
  private static final int ROLLED = 0x1fffe000;

  private static final int TOP_BITS = 0xe0000000;
  private static final int BIP9 = 0x20000000;
  private static final int MOST_DEPLOYMENTS = 64;
  private static final int MOST_BIT = 28;

  private VersionBits() {}

  static int mask(TemplateFields fields, int version) {
    OptionalLong required = fields.optionalInteger("vbrequired", 0, 0xffff_ffffL);
    int kept = version | (int) required.orElse(0) | available(fields);
    return (version & TOP_BITS) == BIP9 ? ROLLED & ~kept : 0;
  }

  private static int available(TemplateFields fields) {
    JsonNode bits = fields.object().path("vbavailable");
    if (fields.has("vbavailable") && (!bits.isObject() || bits.size() > MOST_DEPLOYMENTS)) {
      throw fields.fault("vbavailable", "is not a JSON object of a few names");
    }
    int available = 0;
    for (JsonNode bit : bits) {
      if (!bit.isIntegralNumber() || !bit.canConvertToInt()) {
        throw fields.fault("vbavailable", "holds something that is not the number of a bit");
      }
      boolean rolled = bit.intValue() >= 0 && bit.intValue() <= MOST_BIT;
      available |= rolled ? 1 << bit.intValue() : 0;
    }
    return available;
  }
}
