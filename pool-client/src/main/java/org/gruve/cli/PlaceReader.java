package org.gruve.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gruve.node.NodeAddress;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolUrl;

/** Makes places of what was said of them; each mistake is one sentence and exit 2. */
final class PlaceReader {
  private static final int MOST_QUOTA = 1000;
  private static final String USUAL_PASSWORD = "x";
  private static final String HOW_TO_LOG_IN =
      "name its cookie with --rpc-cookie-file FILE, or its rpcuser with -u USER --pass-file FILE";

  private final NodeCookie cookies;
  private final List<String> remarks = new ArrayList<>();

  PlaceReader(NodeCookie cookies) {
    this.cookies = cookies;
  }

  /** What a user should know, such as which cookie is used. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** One place. */
  Place place(PlaceWords words) {
    List<String> devices = words.all("pool-device").stream().map(Said::text).toList();
    if (!isNode(words.url().text())) {
      return new Place.Pool(pool(words), devices);
    }
    return new Place.Node(node(words), WayText.of(words), quota(words), devices);
  }

  /** Whether it is the address of a node. */
  static boolean isNode(String url) {
    return url.strip().toLowerCase(Locale.ROOT).matches("https?://.*");
  }

  private static PoolAccount pool(PlaceWords words) {
    PoolUrl url = url(words.url());
    List<Said> cookies = words.layers().getFirst().getOrDefault("rpc-cookie-file", List.of());
    if (!cookies.isEmpty()) {
      throw cookies.getLast().wrong("--rpc-cookie-file is for nodes, and " + url + " is a pool");
    }
    String user = words.one("user").map(Said::text).orElse("");
    if (user.isEmpty()) {
      throw words.url().wrong("the pool " + url + " needs a user", "add -u USER after its -o");
    }
    String password = password(words).orElse("");
    return new PoolAccount(
        url, user, password.isEmpty() ? USUAL_PASSWORD : password, WayText.of(words), quota(words));
  }

  private static PoolUrl url(Said said) {
    try {
      return PoolUrl.parse(said.text());
    } catch (IllegalArgumentException e) {
      throw said.wrong(Failure.sentence(e)).because(e);
    }
  }

  private NodeAddress node(PlaceWords words) {
    Said url = words.url();
    Optional<Map.Entry<String, Said>> login = words.either("user", "rpc-cookie-file");
    boolean inUrl = url.text().contains("@");
    if (inUrl && login.isPresent()) {
      String option = "--" + login.get().getKey();
      throw url.wrong("a user in the node's URL and " + option + " exclude each other; use one");
    }
    if (login.isEmpty()) {
      return inUrl ? address(url, url.text(), Optional.empty()) : withFoundCookie(url);
    }
    Said said = login.get().getValue();
    return login.get().getKey().equals("user")
        ? address(url, withUser(url, said.text(), nodePassword(words, said)), Optional.empty())
        : address(url, url.text(), Optional.of(UserFile.path("--rpc-cookie-file", said)));
  }

  private static String nodePassword(PlaceWords words, Said user) {
    return password(words)
        .orElseThrow(
            () ->
                user.wrong(
                    "the node " + words.url().text() + " needs the password of its user",
                    "add --pass-file FILE after its -u, or leave -u out to use its cookie"));
  }

  private NodeAddress withFoundCookie(Said url) {
    NodeAddress bare = address(url, url.text(), Optional.empty());
    Path cookie = cookies.of(bare.url()).orElseThrow(() -> url.wrong(noLogin(bare), HOW_TO_LOG_IN));
    remarks.add("using the cookie " + cookie + " for the node " + bare);
    return address(url, url.text(), Optional.of(cookie));
  }

  private String noLogin(NodeAddress node) {
    return "the node " + node + " needs a login" + cookies.whyNone(node.url());
  }

  private static NodeAddress address(Said url, String text, Optional<Path> cookie) {
    try {
      return NodeAddress.of(text.strip(), cookie);
    } catch (IllegalArgumentException e) {
      throw url.wrong(Failure.sentence(e)).because(e);
    }
  }

  private static String withUser(Said url, String user, String password) {
    int host = url.text().indexOf("://") + 3;
    return url.text().substring(0, host)
        + escaped(user)
        + ":"
        + escaped(password)
        + "@"
        + url.text().substring(host);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Optional<String> password(PlaceWords words) {
    return words
        .either("pass", "pass-file")
        .map(
            entry ->
                entry.getKey().equals("pass")
                    ? entry.getValue().text()
                    : UserFile.firstLine("--pass-file", entry.getValue()));
  }

  private static int quota(PlaceWords words) {
    Optional<Said> said = words.one("quota");
    if (said.isEmpty()) {
      return 1;
    }
    try {
      return OptionText.wholeNumber("--quota", said.get().text(), 1, MOST_QUOTA);
    } catch (Failure e) {
      throw said.get().wrong(Failure.sentence(e)).because(e);
    }
  }
}
