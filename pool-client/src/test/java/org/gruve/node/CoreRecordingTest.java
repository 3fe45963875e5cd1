package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gruve.core.block.Block;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.RegtestWorld;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes down what a real node answers, where {@code GRUVE_RECORD} names the folder of recordings:
 * these are what the tests without a node are fed with.
 */
@EnabledIfEnvironmentVariable(named = "GRUVE_RECORD", matches = ".+")
class CoreRecordingTest {
  private static final Object RULES = Map.of("rules", List.of("segwit", "signet"));

  private final RegtestWorld world = new RegtestWorld(new Random(7));
  private long clock = Bitcoind.NOW;
  private final Path into = Path.of(String.valueOf(System.getenv("GRUVE_RECORD")));

  @Test
  void recordsRegtest(@TempDir Path folder) throws IOException {
    try (Bitcoind node = Bitcoind.start(folder)) {
      write("getblockchaininfo-regtest", node.body("getblockchaininfo"));
      record(node, "getblocktemplate-regtest-1");
      raise(node, 16);
      record(node, "getblocktemplate-regtest-17");
      raise(node, 127);
      record(node, "getblocktemplate-regtest-128");
      send(node, false);
      record(node, "getblocktemplate-regtest-128-plain");
      send(node, true);
      record(node, "getblocktemplate-regtest-128-witness");
      for (Address.Type type : Address.Type.values()) {
        String address = PayoutTest.address(type, AddressFormat.REGTEST);
        write("validateaddress-" + type, node.body("validateaddress", address));
      }
      write("validateaddress-invalid", node.body("validateaddress", "bcrt1qqqqqqqq"));
      write("error-8-rules", node.body("getblocktemplate", Map.of()));
      write("error-22", node.body("submitblock", "00"));
      write("error-32601", node.body("getwork"));
    }
  }

  @Test
  void recordsSignet(@TempDir Path folder) throws IOException {
    List<String> options = List.of("-signet", "-signetchallenge=51");
    try (Bitcoind node = Bitcoind.start(folder, "signet", options)) {
      write("getblockchaininfo-signet", node.body("getblockchaininfo"));
      record(node, "getblocktemplate-signet-1");
    }
  }

  private void raise(Bitcoind node, int height) {
    while (world.chain().height() < height) {
      RegtestWorld.Draft draft = world.draft(0);
      Block block = draft.block();
      assertThat(node.call("submitblock", hex(block.bytes())).result().isNull()).isTrue();
      world.add(draft, block);
    }
  }

  /** What does not spend what was sent before. */
  private void send(Bitcoind node, boolean witness) {
    int sent = 0;
    for (int i = 0; i < 400 && sent < 5; i++) {
      Transaction transaction = world.transaction().getFirst();
      boolean taken =
          transaction.hasWitness() == witness
              && node.call("sendrawtransaction", hex(transaction.bytes()), 0).code() == 0;
      sent += taken ? 1 : 0;
    }
    assertThat(sent).isPositive();
  }

  private void record(Bitcoind node, String name) throws IOException {
    // Within five seconds a node repeats a template although new transactions have come.
    clock += 10;
    var _ = node.call("setmocktime", clock);
    write(name, node.body("getblocktemplate", RULES));
  }

  private void write(String name, String body) throws IOException {
    Files.writeString(into.resolve(name + ".json"), body);
  }

  private static String hex(byte[] bytes) {
    return Bytes.of(bytes).hex();
  }
}
