package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks that real networks accepted must be accepted. */
class RecordedBlocksTest {
  @Test
  void coresOwnRegtestChainKeepsAllRules() {
    List<String> lines = TestData.lines("core/kernel_regtest_blocks.hex");
    TestChain chain = TestChain.of(Network.REGTEST);
    for (String line : lines) {
      Block block = Block.parse(HexFormat.of().parseHex(line.strip()));
      assertThat(RegtestBlocks.accept(block, chain, block.header().time()))
          .as("height %d", chain.height() + 1)
          .isInstanceOf(Verdict.Valid.class);
      chain.add(block.header());
    }
    assertThat(chain.height()).isEqualTo(206);
  }

  /** The ancestors are made up; only the height and times before the block's matter. */
  @ParameterizedTest
  @CsvSource({
    "MAIN, mainnet_702861.raw, 702861",
    "MAIN, mainnet_831328.raw, 831328",
    "MAIN, mainnet_413567.raw, 413567",
    "MAIN, bitcoinj_block481829.dat, 481829",
    "MAIN, bitcoinj_block227835.dat, 227835",
    "MAIN, bitcoinj_block227836.dat, 227836",
    "MAIN, bcoin_mainnet_300025.raw, 300025",
    "MAIN, floresta_mainnet_866342.raw, 866342",
    "TESTNET3, bcoin_testnet3_928816.raw, 928816",
    "TESTNET3, bcoin_testnet3_1087400.raw, 1087400",
  })
  void recordedBlocksKeepTheRulesOfBlocks(Network network, String file, int height) {
    Block block = Block.parse(TestData.bytes("blocks/" + file));
    TestChain chain = new TestChain(height - 11, List.of());
    for (int i = 0; i < 11; i++) {
      chain.add(block.header().time() - 1, block.header().nbits());
    }
    Verdict verdict =
        BlockRules.checkBlock(block)
            .then(
                () ->
                    BlockRules.contextualCheckBlock(
                        network, block, Context.NONE.withAncestors(chain)));
    assertThat(verdict).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void aBlockAtAnotherHeightIsNotTheSame() {
    Block block = Block.parse(TestData.bytes("blocks/mainnet_702861.raw"));
    TestChain chain = new TestChain(702_850, List.of());
    for (int i = 0; i < 12; i++) {
      chain.add(block.header().time() - 1, block.header().nbits());
    }
    assertThat(
            BlockRules.contextualCheckBlock(Network.MAIN, block, Context.NONE.withAncestors(chain)))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            invalid -> assertThat(invalid.rejectReason()).isEqualTo("bad-cb-height"));
  }
}
