package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.block.Block;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.gruve.core.script.Lock;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Devices;
import org.gruve.kernels.Opening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mines on a real Bitcoin Core, where {@code GRUVE_BITCOIND} names its program. */
class SoloBitcoindTest {
  private static final int BLOCKS = 120;
  private static final long FEE = 10_000;

  private static final Lock LOCK =
      Lock.all(99).stream().filter(l -> l.name().equals("witness key hash")).findFirst().get();

  private final Map<String, Long> expected = new LinkedHashMap<>();
  @TempDir private Path folder;
  @TempDir private Path found;
  private Bitcoind node;
  private int height;

  @BeforeEach
  void start() throws IOException {
    node = Bitcoind.start(folder, "regtest", List.of("-regtest"));
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void minesToEveryTypeOfAddressThroughARestartOfTheNode() throws Exception {
    String own = Address.of(LOCK.script()).orElseThrow().text(AddressFormat.REGTEST);
    mine(own, 104, true);
    int paid = 0;
    while (height < BLOCKS || paid < 5) {
      Address.Type type = PayoutTest.PAID.stream().toList().get(paid % 5);
      String address = PayoutTest.address(type, AddressFormat.REGTEST);
      spend(1 + paid, address);
      mine(address, 4, false);
      paid++;
    }
    System.out.println("mined " + height + " blocks on " + version());
    assertThat(node.call("getblockcount").result().intValue()).isEqualTo(height);
    expected.forEach(
        (address, satoshi) ->
            assertThat(balance(address)).as("balance of %s", address).isEqualTo(satoshi));
  }

  @Test
  void minesThroughOpenCl() throws Exception {
    DeviceOffer offer =
        Devices.of("opencl").stream().filter(DeviceOffer::isAvailable).findFirst().orElse(null);
    assumeTrue(offer != null, "no OpenCL device");
    String address = PayoutTest.address(Address.Type.P2TR, AddressFormat.REGTEST);
    mine(address, 10, false, offer.open(Opening.untuned(0)));
    expected.forEach(
        (paid, satoshi) -> assertThat(balance(paid)).as("balance of %s", paid).isEqualTo(satoshi));
  }

  private String version() {
    return node.call("getnetworkinfo").result().path("subversion").asString();
  }

  /** Mines at least so many blocks; the node is restarted in the middle if asked. */
  private void mine(String address, int blocks, boolean restart)
      throws IOException, InterruptedException {
    mine(address, blocks, restart, new ReferenceDevice("reference", 1));
  }

  private void mine(String address, int blocks, boolean restart, Device device)
      throws IOException, InterruptedException {
    NodeAddress where = SoloRun.address(node.uri(), node.cookieFile());
    try (SoloRun run = new SoloRun(where, address, found, device)) {
      if (restart) {
        run.awaitBlocks(blocks / 2);
        node = node.restarted();
      }
      run.awaitBlocks(blocks);
      int accepted = run.stop();
      for (int i = 1; i <= accepted; i++) {
        count(block(height + i));
      }
      height += accepted;
    }
    assertThat(node.call("getblockcount").result().intValue()).isEqualTo(height);
  }

  /** What a block pays and spends, by the bytes that the node keeps. */
  private void count(Block block) {
    for (Transaction transaction : block.transactions()) {
      for (TxOut output : transaction.outputs()) {
        Address.of(output.script())
            .ifPresent(
                to -> expected.merge(to.text(AddressFormat.REGTEST), output.value(), Long::sum));
      }
      for (TxIn input : transaction.inputs()) {
        if (!transaction.isCoinbase()) {
          TxOut spent = coinbase(transaction);
          String from = Address.of(spent.script()).orElseThrow().text(AddressFormat.REGTEST);
          assertThat(input.prevout().index()).isZero();
          expected.merge(from, -spent.value(), Long::sum);
        }
      }
    }
  }

  /**
   * The coinbase's output that a transaction of this test spends; its lock time names the height.
   */
  private TxOut coinbase(Transaction spending) {
    return block(spending.lockTime()).transactions().getFirst().outputs().getFirst();
  }

  private void spend(int coinbaseHeight, String to) {
    Transaction coinbase = block(coinbaseHeight).transactions().getFirst();
    TxOut coin = coinbase.outputs().getFirst();
    TxIn bare = new TxIn(new OutPoint(coinbase.txid(), 0), Bytes.EMPTY, -2, List.of());
    TxOut output = new TxOut(coin.value() - FEE, Address.parse(to, AddressFormat.REGTEST).script());
    Transaction unsigned = new Transaction(2, List.of(bare), List.of(output), coinbaseHeight);
    TxIn signed = LOCK.key().unlock(unsigned, 0, List.of(coin));
    Transaction whole = new Transaction(2, List.of(signed), List.of(output), coinbaseHeight);
    Bitcoind.Answer sent = node.call("sendrawtransaction", Bytes.of(whole.bytes()).hex());
    assertThat(sent.message()).isEmpty();
    assertThat(sent.result().asString()).isEqualTo(whole.txid().display());
  }

  private Block block(int at) {
    String hash = node.call("getblockhash", at).result().asString();
    return Block.parse(Bytes.ofHex(node.call("getblock", hash, 0).result().asString()).toArray());
  }

  private long balance(String address) {
    Bitcoind.Answer scan = node.call("scantxoutset", "start", List.of("addr(" + address + ")"));
    BigDecimal amount = new BigDecimal(scan.result().path("total_amount").asString());
    return amount.movePointRight(8).longValueExact();
  }
}
