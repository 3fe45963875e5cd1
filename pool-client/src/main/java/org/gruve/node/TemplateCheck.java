package org.gruve.node;

import java.util.Optional;
import org.gruve.core.check.Network;

/** Checks a template by our own rules. */
final class TemplateCheck {
  private TemplateCheck() {}

  static Optional<String> fault(SoloWork work, Network network) {
    return Optional.empty();
  }
}
