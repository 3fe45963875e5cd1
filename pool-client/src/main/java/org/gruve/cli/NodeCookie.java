package org.gruve.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the cookie that a node on this machine writes at its start, by the port it listens on. */
record NodeCookie(Path dataFolder) {
  /** Core's ports for RPC (chainparamsbase.cpp), and the folder of each chain. */
  private static final Map<Integer, String> FOLDERS =
      Map.of(8332, "", 18332, "testnet3", 48332, "testnet4", 38332, "signet", 18443, "regtest");

  /** In the folder that Core uses unless it is told otherwise. */
  static NodeCookie usual(Terminal terminal) {
    String home = terminal.variable("HOME");
    Path folder = Path.of(home.startsWith("/") ? home : System.getProperty("user.home"));
    return new NodeCookie(folder.resolve(".bitcoin"));
  }

  /** The cookie, where the node is on this machine and has left one. */
  Optional<Path> of(URI node) {
    return isHere(node) ? place(node).filter(Files::exists) : Optional.empty();
  }

  /** Why there is none, to end a sentence with. */
  String whyNone(URI node) {
    if (!isHere(node)) {
      return "";
    }
    return place(node)
        .map(file -> ", and there is no " + file + " (a node writes it while it runs)")
        .orElse(", and port " + node.getPort() + " does not tell which cookie is its own");
  }

  private Optional<Path> place(URI node) {
    return Optional.ofNullable(FOLDERS.get(node.getPort()))
        .map(chain -> dataFolder.resolve(chain).resolve(".cookie"));
  }

  private static boolean isHere(URI node) {
    String host = String.valueOf(node.getHost());
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
