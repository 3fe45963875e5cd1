package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "MAIN, 000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
    "TESTNET3, 000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943",
    "TESTNET4, 00000000da84f2bafbbc53dee25a72ae507ff4914b867c565be350b0da8bf043",
    "SIGNET, 00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6",
    "REGTEST, 0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206",
    "PRACTICE, 00003992c5589ccef2f4b6bfa8c3a4c5a53dc75bd7e7a37b5fea9d2fb0efa15b",
  })
  void beginsWithItsOwnBlock(Network network, String hash) {
    assertThat(network.genesisHeader().hash().display()).isEqualTo(hash);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstBlockKeepsTheRulesOfABlockAlone(Network network) {
    assertThat(BlockRules.checkBlock(network.genesis())).isInstanceOf(Verdict.Valid.class);
    assertThat(MerkleTree.root(network.genesis().txids()).hash())
        .isEqualTo(network.genesisHeader().merkleRoot());
  }

  @ParameterizedTest
  @EnumSource
  void theFirstBlockIsAtTheLimit(Network network) {
    assertThat(network.genesisHeader().nbits()).isEqualTo(network.pow().limitBits());
    assertThat(CompactBits.target(network.pow().limitBits()).orElseThrow().value())
        .isLessThanOrEqualTo(network.pow().limit().value());
  }

  @ParameterizedTest
  @EnumSource
  void isCalledByItsId(Network network) {
    assertThat(network).hasToString(network.name().toLowerCase(Locale.ROOT));
    assertThat(network.id()).isEqualTo(network.toString());
  }

  @Test
  void magicsDiffer() {
    assertThat(Arrays.stream(Network.values()).map(Network::magic)).doesNotHaveDuplicates();
    assertThat(Network.values()).allMatch(network -> network.magic().size() == 4);
  }

  /** Core: the first four bytes of the hash of the serialised challenge. */
  @Test
  void signetsMagicComesFromItsChallenge() {
    Bytes challenge =
        Bytes.ofHex(
            "512103ad5e0edad18cb1f0fc0d28a3d4f1f3e445640337489abb10404f2d1e086be43021"
                + "0359ef5021964fe22d6f8e05b2463c9540ce96883fe3b278760f048f5189f2e6c452ae");
    Hash256 hash = Sha256d.hash(new byte[] {(byte) challenge.size()}, challenge.toArray());
    assertThat(Network.SIGNET.magic()).isEqualTo(Bytes.of(hash.bytes(), 0, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIN, 0, 5000000000",
    "MAIN, 209999, 5000000000",
    "MAIN, 210000, 2500000000",
    "MAIN, 840000, 312500000",
    "MAIN, 6929999, 1",
    "MAIN, 6930000, 0",
    "MAIN, 13440000, 0",
    "MAIN, 2147483647, 0",
    "REGTEST, 149, 5000000000",
    "REGTEST, 150, 2500000000",
    "PRACTICE, 300, 1250000000",
  })
  void subsidyHalves(Network network, int height, long satoshis) {
    assertThat(Subsidy.at(network, height)).isEqualTo(satoshis);
  }
}
