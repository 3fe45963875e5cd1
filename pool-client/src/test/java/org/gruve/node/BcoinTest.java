package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mines on bcoin, another implementation, across its segwit activation at height 432, where {@code
 * GRUVE_NPM} names a folder to install it in with npm.
 */
@EnabledIfEnvironmentVariable(named = "GRUVE_NPM", matches = ".+")
class BcoinTest {
  private static final int BLOCKS = 450;
  private static final int ACTIVATION = 432;
  private static final String KEY = "k";

  /** Its own database does not compile any more. */
  private static final String PACKAGE =
      "{\"private\":true,\"dependencies\":{\"bcoin\":\"1.0.2\"},"
          + "\"overrides\":{\"leveldown\":\"5.6.0\"}}";

  @TempDir private Path found;
  @TempDir private Path data;

  @Test
  void minesAcrossTheActivationOfSegwit() throws Exception {
    Path folder = installed();
    int port = freePort();
    Process bcoin =
        new ProcessBuilder(
                folder.resolve("node_modules/.bin/bcoin-node").toString(),
                "--network=regtest",
                "--memory=true",
                "--prefix=" + data,
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--api-key=" + KEY,
                "--listen=false",
                "--no-dns=true")
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log").toFile())
            .start();
    try {
      awaitListening(bcoin, port);
      String url = "http://x:" + KEY + "@127.0.0.1:" + port;
      NodeAddress address = NodeAddress.of(url, Optional.empty());
      int accepted = mine(address);
      try (NodeClient node = new NodeClient(address)) {
        assertThat(node.call("getblockcount").intValue()).isEqualTo(accepted);
        assertThat(node.call("getblock", hash(node, ACTIVATION + 5), false).asString())
            .contains("6a24aa21a9ed");
        assertThat(node.call("getblock", hash(node, ACTIVATION - 5), false).asString())
            .doesNotContain("6a24aa21a9ed");
      }
      System.out.println("mined " + accepted + " blocks on bcoin 1.0.2");
    } finally {
      bcoin.destroy();
      bcoin.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static String hash(NodeClient node, int height) {
    return node.call("getblockhash", height).asString();
  }

  private int mine(NodeAddress node) throws InterruptedException {
    String payout = PayoutTest.address(Address.Type.P2PKH, AddressFormat.REGTEST);
    try (SoloRun run = new SoloRun(node, payout, found, new ReferenceDevice("reference", 1))) {
      run.awaitBlocks(BLOCKS);
      return run.stop();
    }
  }

  /** Once; skips the test where npm cannot. */
  private static Path installed() throws IOException, InterruptedException {
    Path folder = Path.of(String.valueOf(System.getenv("GRUVE_NPM")));
    if (!Files.exists(folder.resolve("node_modules/.bin/bcoin-node"))) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("package.json"), PACKAGE);
      File log = folder.resolve("npm.log").toFile();
      int exit =
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start()
              .waitFor();
      Assumptions.assumeTrue(exit == 0, "skipped: npm cannot install bcoin; see " + log);
    }
    return folder;
  }

  private static void awaitListening(Process process, int port) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive() && System.nanoTime() - end < 0) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (ConnectException _) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("bcoin does not listen: " + process.info());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
