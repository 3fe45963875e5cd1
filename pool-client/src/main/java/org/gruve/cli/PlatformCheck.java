package org.gruve.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The program, the JDK, the system, the processor, the clock, the environment. */
final class PlatformCheck {
  private static final Set<String> HARMLESS =
      Set.of("GRUVE_JAVA_HOME", "GRUVE_JAVA_OPTS", "GRUVE_CONFIG");

  /** A clock that is off by less may belong to a machine that took the file from another. */
  private static final Duration TOLERANCE = Duration.ofHours(2);

  private PlatformCheck() {}

  static List<Finding> of(Terminal terminal) {
    Platform here = Platform.here();
    return List.of(
        Finding.ok("gruve", Version.number() + ", commit " + Version.commit()),
        Finding.ok(
            "java",
            here.java() + ", " + here.javaVendor() + ", in " + System.getProperty("java.home")),
        Finding.ok("system", here.system() + " " + here.arch()),
        processor(here),
        memory(),
        clock(),
        environment(terminal));
  }

  private static Finding processor(Platform here) {
    String flags = here.cpuFlags().isEmpty() ? "none" : String.join(" ", here.cpuFlags());
    return Finding.ok(
        "processor", here.cpu() + ", " + here.processors() + " threads, instructions: " + flags);
  }

  private static Finding memory() {
    return Finding.ok("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MiB for Java's heap");
  }

  /** Jobs tell the time that is written into headers, but ntime is counted on from it by ours. */
  private static Finding clock() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> built = built();
    if (built.isPresent() && now.plus(TOLERANCE).isBefore(built.get())) {
      return Finding.broken(
          "clock", "it is " + now + ", before this program was built; set the system's clock");
    }
    return Finding.ok("clock", now.toString());
  }

  private static Optional<Instant> built() {
    CodeSource source = PlatformCheck.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Files.getLastModifiedTime(Path.of(source.getLocation().toURI())).toInstant());
    } catch (IOException | URISyntaxException e) {
      // Without its own file there is nothing to compare the clock with.
      return Optional.empty();
    }
  }

  /** Names only: a value may be a secret. */
  private static Finding environment(Terminal terminal) {
    Set<String> names = new TreeSet<>();
    terminal.environment().keySet().stream()
        .filter(name -> name.startsWith("GRUVE_"))
        .forEach(names::add);
    if (names.isEmpty()) {
      return Finding.ok("environment", "no GRUVE_ variable is set");
    }
    String list = String.join(", ", names) + (names.size() == 1 ? " is set" : " are set");
    return HARMLESS.containsAll(names)
        ? Finding.ok("environment", list)
        : Finding.note("environment", list + "; gruve config show --origin tells what they change");
  }
}
