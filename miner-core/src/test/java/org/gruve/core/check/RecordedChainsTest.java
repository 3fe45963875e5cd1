package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ChainWork;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Arrival.Outcome;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Chains that others recorded connect, and have the work that others computed. */
class RecordedChainsTest {
  private static final long NOW = 2_000_000_000L;
  private static final int INTERVAL = 2016;

  @Test
  void allChainworksOfMainnetAreComputedAgain() {
    Map<Integer, BlockHeader> headers = epochHeaders();
    ByteBuffer records = littleEndian("headers/mainnet_epoch_chainwork.bin");
    BigInteger before = BigInteger.ZERO;
    int works = 0;
    while (records.hasRemaining()) {
      int height = records.getInt();
      byte[] recorded = new byte[32];
      records.get(recorded);
      BlockHeader header = Objects.requireNonNull(headers.get(height));
      BigInteger own = ChainWork.ofBits(header.nbits());
      boolean last = height % INTERVAL == INTERVAL - 1;
      BigInteger interval = own.multiply(BigInteger.valueOf(INTERVAL));
      BigInteger work = before.add(last ? interval : own);
      assertThat(new BigInteger(1, recorded)).as("height %d", height).isEqualTo(work);
      before = last ? work : before;
      works++;
    }
    assertThat(works).isEqualTo(827);
  }

  @Test
  void bitcoinjsCheckpointsHaveTheWorkOfTheirChain() {
    List<String> lines = TestData.lines("headers/bitcoinj_production.checkpoints.txt");
    BigInteger work = ChainWork.ofBits(Network.MAIN.genesisHeader().nbits());
    int lastBits = Network.MAIN.genesisHeader().nbits();
    int count = 0;
    for (String line : lines.subList(3, lines.size())) {
      byte[] bytes = Base64.getDecoder().decode(line + "=".repeat((4 - line.length() % 4) % 4));
      int workSize = bytes.length - 84;
      BigInteger recorded = new BigInteger(1, Arrays.copyOf(bytes, workSize));
      int height = ByteBuffer.wrap(bytes).getInt(workSize);
      BlockHeader header = BlockHeader.parse(bytes, workSize + 4);
      assertThat(height).isEqualTo(INTERVAL * (count + 1));
      assertThat(HeaderRules.checkBlockHeader(Network.MAIN, header)).isEqualTo(Verdict.valid());
      work =
          work.add(ChainWork.ofBits(lastBits).multiply(BigInteger.valueOf(INTERVAL - 1)))
              .add(ChainWork.ofBits(header.nbits()));
      assertThat(recorded).as("height %d", height).isEqualTo(work);
      lastBits = header.nbits();
      count++;
    }
    assertThat(count).isEqualTo(436);
  }

  @Test
  void anotherMainChainOf2016BlocksIsRebuiltAndRetargets() {
    JsonNode json = SpentFiles.json("core/mainnet_alt.json");
    ChainState chain = new ChainState(Network.MAIN, Signatures.CHECKS, Runnable::run);
    for (int height = 1; height <= INTERVAL; height++) {
      int nbits = height < INTERVAL ? 0x1d00ffff : 0x1c3fffc0;
      Transaction coinbase = alternativeCoinbase(height);
      BlockHeader header =
          new BlockHeader(
              0x2000_0000,
              chain.tipHash(),
              coinbase.txid(),
              json.get("timestamps").get(height - 1).asInt(),
              nbits,
              (int) json.get("nonces").get(height - 1).asLong());
      assertThat(chain.accept(new Block(header, List.of(coinbase)), NOW))
          .as("height %d", height)
          .isEqualTo(new Arrival(Outcome.CONNECTED, Verdict.valid()));
    }
    assertThat(chain.coinValue()).isEqualTo(INTERVAL * 50 * Subsidy.COIN);
  }

  @Test
  void florestasReorganisationEndsOnTheLongerBranch() {
    JsonNode branches = SpentFiles.json("headers/floresta_test_reorg.json");
    ChainState chain = new ChainState(Network.REGTEST, Signatures.CHECKS, Runnable::run);
    List<Hash256> tips = new ArrayList<>();
    for (JsonNode branch : branches) {
      Hash256 last = Hash256.ZERO;
      for (JsonNode hex : branch) {
        Block block = Block.parse(HexFormat.of().parseHex(hex.asString()));
        assertThat(chain.accept(block, NOW).outcome())
            .isIn(Outcome.CONNECTED, Outcome.BESIDE, Outcome.KNOWN);
        last = block.header().hash();
      }
      tips.add(last);
      assertThat(chain.tipHash()).isEqualTo(last);
    }
    assertThat(tips).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void coresStatsOfAChainAreThoseOfItsCoins() {
    JsonNode json = SpentFiles.json("core/rpc_getblockstats.json");
    ChainState chain = new ChainState(Network.REGTEST, Signatures.CHECKS, Runnable::run);
    Map<Integer, JsonNode> stats = new HashMap<>();
    json.get("stats").forEach(stat -> stats.put(stat.get("height").asInt(), stat));
    int compared = 0;
    for (JsonNode hex : json.get("blocks")) {
      Block block = Block.parse(HexFormat.of().parseHex(hex.asString()));
      if (block.header().equals(Network.REGTEST.genesisHeader())) {
        continue;
      }
      int coins = chain.coinCount();
      long value = chain.coinValue();
      assertThat(chain.accept(block, NOW))
          .isEqualTo(new Arrival(Outcome.CONNECTED, Verdict.valid()));
      JsonNode stat = stats.get(chain.best().height());
      if (stat != null) {
        assertThat(block.header().hash().display()).isEqualTo(stat.get("blockhash").asString());
        assertThat(chain.coinCount() - coins).isEqualTo(stat.get("utxo_increase_actual").asInt());
        assertThat(chain.coinValue() - value).isEqualTo(stat.get("subsidy").asLong());
        assertThat(MedianTime.past(chain.best())).hasValue(stat.get("mediantime").asLong());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(stats.size()).isGreaterThan(2);
  }

  @Test
  void coresOwnRegtestChainComesOutOfTheCoinsAgain() {
    List<Block> blocks = ChainStateTest.kernelBlocks();
    CoinSet coins = new CoinSet();
    List<BlockUndo> undos = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Block block : blocks) {
      sizes.add(coins.size());
      undos.add(coins.connect(block, undos.size() + 1));
    }
    for (int i = blocks.size() - 1; i >= 0; i--) {
      coins.disconnect(blocks.get(i), undos.get(i));
      assertThat(coins.size()).isEqualTo(sizes.get(i));
    }
    assertThat(coins.size()).isZero();
    assertThat(coins.value()).isZero();
  }

  private static Transaction alternativeCoinbase(int height) {
    // Core's tests push a byte after numbers that have one opcode, so that there are two bytes.
    Bytes number = ScriptPush.number(height);
    Bytes script = number.size() == 1 ? number.then(Bytes.ofHex("00")) : number;
    TxIn input = new TxIn(OutPoint.NULL, script, TxIn.SEQUENCE_FINAL, List.of());
    Bytes payee = Bytes.ofHex("76a914eadbac7f36c37e39361168b7aaee3cb24a25312d88ac");
    return new Transaction(2, List.of(input), List.of(new TxOut(50 * Subsidy.COIN, payee)), 0);
  }

  private static Map<Integer, BlockHeader> epochHeaders() {
    Map<Integer, BlockHeader> headers = new HashMap<>();
    ByteBuffer records = littleEndian("headers/mainnet_epoch_first_last.bin");
    while (records.hasRemaining()) {
      int height = records.getInt();
      byte[] header = new byte[BlockHeader.SIZE];
      records.get(header);
      headers.put(height, BlockHeader.parse(header));
    }
    return headers;
  }

  private static ByteBuffer littleEndian(String file) {
    return ByteBuffer.wrap(TestData.bytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
