package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Who we are at a pool or node, and the way there. The fields are for picocli alone: {@link
 * InOrder} takes what is written.
 */
final class WayArguments {
  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER",
      parameterConsumer = InOrder.class,
      description = "User at the pool, often ADDRESS.WORKER; at a node, its rpcuser.")
  final List<String> users = new ArrayList<>();

  @Option(
      names = {"-p", "--pass"},
      paramLabel = "PASS",
      parameterConsumer = InOrder.class,
      description =
          "Password at the pool [x]. Other users of this machine can read it: a secret belongs in"
              + " --pass-file. In it, d=auto becomes the difficulty that fits your rate.")
  final List<String> passwords = new ArrayList<>();

  @Option(
      names = "--pass-file",
      paramLabel = "FILE",
      parameterConsumer = InOrder.class,
      description = "A file whose first line is the password.")
  final List<String> passwordFiles = new ArrayList<>();

  @Option(
      names = "--rpc-cookie-file",
      paramLabel = "FILE",
      parameterConsumer = InOrder.class,
      description =
          "The node's .cookie file [where neither it nor a user is given and the node is on this"
              + " machine: the one in ~/.bitcoin that belongs to the port].")
  final List<String> cookieFiles = new ArrayList<>();

  @Option(
      names = {"-x", "--proxy"},
      paramLabel = "URL",
      parameterConsumer = InOrder.class,
      description =
          "Go through a proxy, socks5://[USER:PASS@]HOST:PORT (as Tor; it looks up the names) or"
              + " http://[USER:PASS@]HOST:PORT (CONNECT).")
  final List<String> proxies = new ArrayList<>();

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      parameterConsumer = InOrder.class,
      description = "Trust the authorities in this PEM file instead of the system's.")
  final List<String> authorities = new ArrayList<>();

  @Option(
      names = "--tls-pin",
      paramLabel = "sha256/BASE64",
      parameterConsumer = InOrder.class,
      description =
          "Trust the host with this public key; may be repeated. Without --tls-ca the key alone"
              + " decides.")
  final List<String> pins = new ArrayList<>();
}
