package org.gruve.cli;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gruve.pool.Proxy;
import org.gruve.pool.Trust;
import org.gruve.pool.Way;

/** Reads how a place is to be reached; each mistake is one sentence without secrets. */
final class WayText {
  private static final String FORM =
      "--proxy is socks5://HOST:PORT or http://HOST:PORT, with USER:PASS@ before the host if"
          + " needed";

  /** With the form {@code socks5:host:port} of cgminer. */
  private static final Pattern PROXY =
      Pattern.compile(
          "(?<kind>[A-Za-z0-9]+):(//)?(?:(?<who>[^@/]*)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9_.-]+):(?<port>[0-9]{1,5})/?");

  private static final String PIN = "sha256/";
  private static final int HASH = 32;

  private WayText() {}

  /** The way that was asked for. */
  static Way of(PlaceWords words) {
    return new Way(words.one("proxy").map(WayText::proxy), trust(words));
  }

  private static Proxy proxy(Said said) {
    Matcher parts = PROXY.matcher(said.text().strip());
    if (!parts.matches()) {
      // Not repeated, since a password may stand in it.
      throw said.wrong(FORM);
    }
    int port = Integer.parseInt(parts.group("port"));
    if (port < 1 || port > 0xffff) {
      throw said.wrong("--proxy: " + port + " is no port; a port is a number from 1 to 65535");
    }
    String host = parts.group("host").replaceAll("[\\[\\]]", "");
    Optional<String> credentials = Optional.ofNullable(parts.group("who"));
    return new Proxy(kind(said, parts.group("kind")), host, port, credentials);
  }

  private static Proxy.Kind kind(Said said, String scheme) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "socks5", "socks5h", "socks" -> Proxy.Kind.SOCKS5;
      case "http" -> Proxy.Kind.HTTP;
      case "socks4", "socks4a" ->
          throw said.wrong(
              "--proxy: SOCKS 4 is not spoken here; most proxies, Tor too, take socks5");
      case "https" ->
          throw said.wrong("--proxy: a proxy behind TLS is not supported; use its http:// port");
      default -> throw said.wrong(FORM);
    };
  }

  private static Trust trust(PlaceWords words) {
    List<String> pins = new ArrayList<>();
    for (Said said : words.all("tls-pin")) {
      pins.add(pin(said));
    }
    Optional<Said> file = words.one("tls-ca");
    Trust trust = new Trust(file.map(said -> UserFile.readable("--tls-ca", said)), pins);
    file.ifPresent(said -> requireAuthorities(trust, said));
    return trust;
  }

  private static void requireAuthorities(Trust trust, Said said) {
    try {
      trust.check();
    } catch (IllegalArgumentException e) {
      throw said.wrong("--tls-ca: " + Failure.sentence(e)).because(e);
    }
  }

  /** As {@link Trust} wants it, whether or not the padding was written. */
  private static String pin(Said said) {
    String text = said.text().strip();
    if (text.regionMatches(true, 0, PIN, 0, PIN.length())) {
      String hash = text.substring(PIN.length());
      try {
        byte[] bytes = Base64.getDecoder().decode(hash);
        if (bytes.length == HASH) {
          return PIN + Base64.getEncoder().encodeToString(bytes);
        }
      } catch (IllegalArgumentException e) {
        throw malformed(said).because(e);
      }
    }
    throw malformed(said);
  }

  private static Failure malformed(Said said) {
    return said.wrong(
        "--tls-pin is sha256/ and the 44 base64 characters of a public key's hash, not '"
            + said.text()
            + "'",
        "gruve pool test tells a host's");
  }
}
