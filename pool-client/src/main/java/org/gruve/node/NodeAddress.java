package org.gruve.node;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.gruve.pool.Endpoint;

/**
 * Where a node listens, and what lets us in.
 *
 * @param url without user and password, so that it can be shown
 * @param credentials {@code user:password}, or nothing
 * @param cookie the {@code .cookie} file that a node writes at each start and deletes at its end,
 *     so it is read anew for each call
 */
public record NodeAddress(URI url, Optional<String> credentials, Optional<Path> cookie) {
  private static final int MOST_COOKIE = 1024;

  /**
   * Reads {@code http://USER:PASSWORD@HOST:PORT}; a percent sign escapes what does not fit.
   *
   * @param cookie where the node writes its cookie; it need not be there yet
   * @throws IllegalArgumentException with a sentence, where it is no such URL
   */
  public static NodeAddress of(String text, Optional<Path> cookie) {
    URI uri;
    try {
      uri = new URI(text.contains("://") ? text : "http://" + text);
    } catch (URISyntaxException _) {
      throw malformed();
    }
    boolean spoken = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!spoken || uri.getHost() == null || uri.getPort() <= 0 || uri.getPort() > 0xffff) {
      throw malformed();
    }
    Optional<String> credentials =
        Optional.ofNullable(uri.getRawUserInfo()).map(NodeAddress::unescaped);
    if (credentials.isPresent() && cookie.isPresent()) {
      throw new IllegalArgumentException(
          "a user in the node's URL and a cookie exclude each other");
    }
    return new NodeAddress(bare(uri), credentials, cookie);
  }

  /** Where it is, for the network. */
  Endpoint endpoint() {
    String host = url.getHost();
    boolean bracketed = host.startsWith("[");
    return new Endpoint(
        bracketed ? host.substring(1, host.length() - 1) : host,
        url.getPort(),
        "https".equals(url.getScheme()));
  }

  /**
   * The value of the {@code Authorization} header. Reads the cookie, so not on the event loop.
   *
   * @throws IllegalArgumentException with a sentence, where there is no readable cookie
   */
  Optional<String> authorization() {
    return cookie
        .map(NodeAddress::cookie)
        .or(() -> credentials)
        .map(
            words ->
                "Basic "
                    + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
  }

  /** Without what nobody but the node may read. */
  @Override
  public String toString() {
    return url.toString();
  }

  private static URI bare(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return URI.create(
        uri.getScheme() + "://" + bracketed(uri.getHost()) + ":" + uri.getPort() + path);
  }

  private static String bracketed(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /** A plus sign is itself here, unlike in forms. */
  private static String unescaped(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String cookie(Path file) {
    try {
      if (Files.size(file) > MOST_COOKIE) {
        throw new IllegalArgumentException(file + " is too large for a node's cookie");
      }
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "there is no cookie "
              + file
              + "; a node writes it while it runs: start it, or check the path",
          e);
    } catch (IOException e) {
      String why = e instanceof AccessDeniedException ? "no permission" : e.getMessage();
      throw new IllegalArgumentException("cannot read the cookie " + file + ": " + why, e);
    }
  }

  private static IllegalArgumentException malformed() {
    // Neither the text nor its parser's words are repeated: a password may stand in both.
    return new IllegalArgumentException(
        "a node's URL is http://USER:PASSWORD@HOST:PORT, such as http://127.0.0.1:8332");
  }
}
