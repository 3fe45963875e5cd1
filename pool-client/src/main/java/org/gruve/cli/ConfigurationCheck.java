package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;

/** Whether what is set can be used. */
final class ConfigurationCheck {
  private ConfigurationCheck() {}

  static List<Finding> of(Configuration configuration) {
    List<Finding> findings = new ArrayList<>();
    configuration.errors().forEach(error -> findings.add(Finding.broken("config", error)));
    configuration.warnings().forEach(warning -> findings.add(Finding.note("config", warning)));
    if (configuration.errors().isEmpty()) {
      findings.add(
          Finding.ok(
              "config",
              configuration
                  .preferences()
                  .file()
                  .path()
                  .map(path -> path + ", read; gruve config check looks at every value")
                  .orElse("no configuration file")));
    }
    return findings;
  }
}
