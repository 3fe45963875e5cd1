package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.ChainWork;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Verdict.Unchecked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that real networks accepted are valid in everything that their data allow to ask. */
class RealBlocksTest {
  /** What only the blocks before would tell. */
  private static final Set<Clause> ALONE =
      Set.of(Clause.PARENT_KNOWN, Clause.REQUIRED_BITS, Clause.TIME_AFTER_MEDIAN);

  /** What only the spent outputs would tell. */
  private static final Set<Clause> NO_COINS =
      Set.of(
          Clause.INPUTS_EXIST,
          Clause.INPUT_VALUES_IN_RANGE,
          Clause.INPUTS_COVER_OUTPUTS,
          Clause.FEE_IN_RANGE,
          Clause.FEES_IN_RANGE,
          Clause.SIGOP_COST,
          Clause.COINBASE_MATURITY,
          Clause.COINBASE_VALUE,
          Clause.SCRIPTS);

  @ParameterizedTest
  @CsvSource({
    "MAIN, bcoin_mainnet_300025, 300025, 1427, ''",
    "TESTNET3, bcoin_testnet3_928816, 928816, 8692, ''",
    "TESTNET3, bcoin_testnet3_1087400, 1087400, 205, ''",
  })
  void blocksWithOutputsOfUnknownOrigin(
      Network network, String name, int height, int inputs, String also) {
    Block block = Block.parse(TestData.bytes("blocks/" + name + ".raw"));
    CoinView coins = SpentFiles.bcoin(block, "blocks/" + name + ".undo");
    Report report = check(network, block, height, coins);
    assertReport(report, inputs, with(ALONE, "COINBASE_MATURITY " + also));
  }

  @Test
  void block866342WithAllThatItSpends() {
    Block block = Block.parse(TestData.bytes("blocks/floresta_mainnet_866342.raw"));
    CoinView coins = SpentFiles.floresta(block, "blocks/floresta_mainnet_866342.spent.json.gz");
    Report report = check(Network.MAIN, block, 866_342, coins);
    assertReport(report, 7972, with(ALONE, "FINAL"));
    assertThat(report.assumed()).containsExactly(Assumptions.NAMED_COINS, Assumptions.NO_OVERWRITE);
  }

  @Test
  void block277647WithBtcdsCoins() {
    Block block = records("blocks/btcd_mainnet_277647_blkfile.dat").getFirst();
    CoinView coins = SpentFiles.btcd("blocks/btcd_mainnet_277647.utxostore");
    assertReport(check(Network.MAIN, block, 277_647, coins), 732, with(ALONE, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "full_169.json, 1, NO_OVERWRITE", "full_24834.json, 74, NO_OVERWRITE",
    "full_116927.json, 12, NO_OVERWRITE", "full_255017.json.gz, 380, ''",
    "full_478557.json.gz, 666, ''",
  })
  void raitosBlocksWithAllThatTheySpend(String file, int inputs, String also) {
    RaitoBlock step = RaitoBlock.read("raito/" + file);
    Block block = step.whole();
    assertThat(block.header().hash()).isEqualTo(step.hash());
    Report report = check(Network.MAIN, block, step.height(), step.coins());
    assertReport(report, inputs, with(ALONE, also));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "light_2015.json", "light_32255.json", "light_629999.json", "light_839999.json",
        "full_169.json", "full_24834.json", "full_116927.json", "full_255017.json.gz",
        "full_478557.json.gz"
      })
  void raitosHeadersKeepTheRulesOfTheirPlace(String file) {
    RaitoBlock step = RaitoBlock.read("raito/" + file);
    BlockHeader header = step.header();
    assertThat(header.hash()).isEqualTo(step.hash());
    assertThat(ChainWork.ofBits(header.nbits())).isEqualTo(step.work());
    Context context =
        Context.NONE
            .withAncestors(step.ancestors(step.parentBits()))
            .withNow(Integer.toUnsignedLong(header.time()));
    assertThat(HeaderRules.checkBlockHeader(Network.MAIN, header)).isEqualTo(Verdict.valid());
    assertThat(HeaderRules.contextualCheckBlockHeader(Network.MAIN, header, context))
        .isEqualTo(Verdict.valid());
  }

  @ParameterizedTest
  @CsvSource({
    "bitcoinj_block227835.dat, 227835, 15, NO_OVERWRITE",
    "bitcoinj_block227836.dat, 227836, 4, NO_OVERWRITE",
    "mainnet_413567.raw, 413567, 287, ''",
    "bitcoinj_block481829.dat, 481829, 143, ''",
    "mainnet_702861.raw, 702861, 327, SEQUENCE_LOCKS",
  })
  void blocksWithoutWhatTheySpend(String file, int height, int verified, String also) {
    Block block = Block.parse(TestData.bytes("blocks/" + file));
    Report report = check(Network.MAIN, block, height, CoinView.NONE);
    assertReport(
        report, verified, with(NO_COINS, "PARENT_KNOWN REQUIRED_BITS TIME_AFTER_MEDIAN " + also));
  }

  @Test
  void threeBlocksInARunSpendWhatTheyMadeThemselves() {
    Map<OutPoint, Coin> made = new HashMap<>();
    TestChain chain = new TestChain(831_328, List.of());
    List<Integer> verified = new ArrayList<>();
    for (int height = 831_328; height <= 831_330; height++) {
      Block block = Block.parse(TestData.bytes("blocks/mainnet_" + height + ".raw"));
      Context context = Context.NONE.withNow(Integer.toUnsignedLong(block.header().time()));
      context = height == 831_328 ? context.withHeight(height) : context.withAncestors(chain);
      Report report =
          validation(Network.MAIN).check(block, context.withCoins(CoinView.named(made)));
      assertThat(report.verdict().isValid()).as("%s", report.verdict()).isTrue();
      assertThat(report.assumed()).contains(Assumptions.NO_OVERWRITE);
      String parent = height == 831_328 ? "PARENT_KNOWN REQUIRED_BITS " : "";
      String locked = height == 831_330 ? "" : " FINAL";
      String also = parent + "TIME_AFTER_MEDIAN SEQUENCE_LOCKS" + locked;
      assertReport(report, report.inputsVerified(), with(NO_COINS, also));
      verified.add(report.inputsVerified());
      chain.add(block.header());
      make(block, height, made);
    }
    assertThat(verified).containsExactly(681, 838, 1428);
  }

  @Test
  void aHeightThatIsNotGivenIsTakenFromTheCoinbase() {
    Block block = Block.parse(TestData.bytes("blocks/mainnet_702861.raw"));
    Report report = validation(Network.MAIN).check(block, Context.NONE);
    assertThat(report.verdict().isValid()).isTrue();
    assertThat(report.assumed()).contains("height 702861, which the coinbase names");
  }

  @Test
  void withoutAHeightWhatItDecidesIsNotCalledChecked() {
    Block block = Block.parse(TestData.bytes("blocks/mainnet_702861.raw"));
    Verdict inPlace = BlockRules.contextualCheckBlock(Network.MAIN, block, Context.NONE);
    assertThat(inPlace.unchecked())
        .extracting(Unchecked::clause)
        .contains(
            Clause.COINBASE_HEIGHT,
            Clause.WITNESS_RESERVED_VALUE,
            Clause.WITNESS_COMMITMENT,
            Clause.NO_UNEXPECTED_WITNESS);
    Verdict connected = new BlockConnection(Network.MAIN, block, Context.NONE).check(_ -> {});
    assertThat(connected.unchecked())
        .extracting(Unchecked::clause)
        .contains(Clause.SEQUENCE_LOCKS, Clause.COINBASE_MATURITY);
  }

  @Test
  void theFirstBlocksOfTheMainChainConnectFromGenesis() {
    ChainState chain = new ChainState(Network.MAIN, Signatures.CHECKS, Runnable::run);
    List<Block> blocks = records("blocks/btcd_mainnet_1_256_blkfile.dat");
    assertThat(blocks).hasSize(255);
    for (Block block : blocks) {
      assertThat(chain.accept(block, 2_000_000_000L))
          .isEqualTo(new Arrival(Arrival.Outcome.CONNECTED, Verdict.valid()));
    }
    assertThat(chain.best().height()).isEqualTo(255);
    assertThat(chain.coinValue()).isEqualTo(255 * 50 * Subsidy.COIN);
  }

  private static void make(Block block, int height, Map<OutPoint, Coin> made) {
    for (Transaction transaction : block.transactions()) {
      for (int i = 0; i < transaction.outputs().size(); i++) {
        made.put(
            new OutPoint(transaction.txid(), i),
            Coin.of(transaction.outputs().get(i), height, transaction.isCoinbase()));
      }
    }
  }

  private static Report check(Network network, Block block, int height, CoinView coins) {
    long now = Integer.toUnsignedLong(block.header().time());
    Context context = Context.NONE.withHeight(height).withNow(now).withCoins(coins);
    return validation(network).check(block, context);
  }

  private static BlockValidation validation(Network network) {
    return new BlockValidation(network, Signatures.CHECKS, ForkJoinPool.commonPool());
  }

  private static void assertReport(Report report, int verified, Set<Clause> unchecked) {
    assertThat(report.verdict().isValid()).as("%s", report.verdict()).isTrue();
    Set<Clause> actual =
        report.unchecked().stream().map(Unchecked::clause).collect(Collectors.toSet());
    assertThat(new TreeSet<>(actual)).isEqualTo(new TreeSet<>(unchecked));
    assertThat(report.checked()).doesNotContainAnyElementsOf(unchecked);
    assertThat(report.inputsVerified()).isEqualTo(verified);
  }

  private static Set<Clause> with(Set<Clause> clauses, String more) {
    Set<Clause> all = new TreeSet<>(clauses);
    for (String name : more.strip().split(" +", -1)) {
      if (!name.isEmpty()) {
        all.add(Clause.valueOf(name));
      }
    }
    return all;
  }

  static List<Block> records(String name) {
    ByteReader in = new ByteReader(TestData.bytes(name));
    List<Block> blocks = new ArrayList<>();
    while (in.remaining() > 0) {
      in.int32();
      int size = in.int32();
      blocks.add(Block.parse(in.bytes(size).toArray()));
    }
    return blocks;
  }
}
