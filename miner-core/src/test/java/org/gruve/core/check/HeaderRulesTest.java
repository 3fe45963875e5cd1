package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {
  private static final int START = 1_700_000_000;
  private static final int BITS = 0x1d00ffff;

  @Test
  void aHashAboveItsTargetIsHighHash() {
    BlockHeader header = Network.MAIN.genesisHeader().withNonce(0);
    assertThat(reason(HeaderRules.checkBlockHeader(Network.MAIN, header))).isEqualTo("high-hash");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x01003456, 0x04923456, 0xff123456, 0x1d010000, 0x207fffff})
  void bitsThatAreNoTargetOrBeyondTheLimitAreHighHash(int nbits) {
    assertThat(ProofOfWork.checkProofOfWork(Hash256.ZERO, nbits, Network.MAIN)).isFalse();
  }

  @Test
  void aHashEqualToItsTargetIsEnough() {
    Hash256 target = Hash256.fromDisplay("00000000ffff" + "0".repeat(52));
    Hash256 above = Hash256.fromDisplay("00000000ffff" + "0".repeat(51) + "1");
    assertThat(ProofOfWork.checkProofOfWork(target, BITS, Network.MAIN)).isTrue();
    assertThat(ProofOfWork.checkProofOfWork(above, BITS, Network.MAIN)).isFalse();
  }

  /** Core's pow_tests.cpp: get_next_work, pow_limit, lower and upper limit of the timespan. */
  @ParameterizedTest
  @CsvSource({
    "1261130161, 1262152739, 1d00ffff, 1d00d86a",
    "1231006505, 1233061996, 1d00ffff, 1d00ffff",
    "1279008237, 1279297671, 1c05a3f4, 1c0168fd",
    "1263163443, 1269211443, 1c387f6f, 1d00e1fd",
  })
  void retargetsAreCores(int firstTime, int lastTime, String bits, String next) {
    TestChain chain = new TestChain(2015, List.of());
    chain.add(lastTime, Integer.parseUnsignedInt(bits, 16));
    assertThat(ProofOfWork.calculateNextWorkRequired(Network.MAIN, chain, firstTime))
        .isEqualTo(Integer.parseUnsignedInt(next, 16));
  }

  @Test
  void betweenRetargetsTheBitsStay() {
    TestChain chain = chain(Network.MAIN, 5, 0x1c00ffff);
    assertThat(ProofOfWork.getNextWorkRequired(Network.MAIN, chain, START + 9_000_000))
        .isEqualTo(0x1c00ffff);
  }

  @Test
  void anotherParentIsNotFound() {
    Network network = Network.MAIN;
    BlockHeader genesis = network.genesisHeader();
    assertThat(
            reason(
                HeaderRules.acceptBlockHeader(
                    network, genesis, TestChain.of(network), 2_000_000_000)))
        .isEqualTo("prev-blk-not-found");
  }

  @Test
  void otherBitsAreBadDiffbits() {
    assertThat(contextual(chain(Network.MAIN, 20, BITS), header(4, START + 99_000, 0x1c00ffff)))
        .isEqualTo("bad-diffbits");
  }

  @Test
  void timeMustExceedTheMedianOfTheLastEleven() {
    TestChain chain = chain(Network.MAIN, 20, BITS);
    long median = HeaderRules.medianTimePast(chain);
    assertThat(median).isEqualTo(Integer.toUnsignedLong(chain.header(14).time()));
    assertThat(contextual(chain, header(4, (int) median, BITS))).isEqualTo("time-too-old");
    assertThat(contextual(chain, header(4, (int) median + 1, BITS))).isEmpty();
  }

  @Test
  void medianOfAShortChainIsTheUpperMiddle() {
    TestChain chain = new TestChain(0, List.of());
    chain.add(30, BITS);
    assertThat(HeaderRules.medianTimePast(chain)).isEqualTo(30);
    chain.add(10, BITS);
    assertThat(HeaderRules.medianTimePast(chain)).isEqualTo(30);
    chain.add(20, BITS);
    assertThat(HeaderRules.medianTimePast(chain)).isEqualTo(20);
    chain.add(-1, BITS);
    assertThat(HeaderRules.medianTimePast(chain)).isEqualTo(30);
  }

  @Test
  void timeMayBeTwoHoursAhead() {
    TestChain chain = chain(Network.MAIN, 20, BITS);
    int time = START + 1_000_000;
    assertThat(contextual(chain, header(4, time, BITS), time - 7200)).isEmpty();
    Verdict tooNew =
        HeaderRules.contextualCheckBlockHeader(
            Network.MAIN,
            header(4, time, BITS),
            Context.NONE.withAncestors(chain).withNow(time - 7201));
    assertThat(tooNew)
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.rejectReason()).isEqualTo("time-too-new");
              assertThat(invalid.kind()).isEqualTo(Verdict.Kind.TIME_FUTURE);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "1, 227930, ''", "1, 227931, bad-version(0x00000001)", "2, 363724, ''",
    "2, 363725, bad-version(0x00000002)", "3, 388380, ''", "3, 388381, bad-version(0x00000003)",
    "4, 388381, ''", "-1, 388381, bad-version(0xffffffff)", "0, 1, ''",
  })
  void oldVersionsEndAtTheirHeights(int version, int height, String reason) {
    TestChain chain = new TestChain(height - 12, List.of());
    for (int i = 0; i < 12; i++) {
      chain.add(START + i, BITS);
    }
    assertThat(contextual(chain, header(version, START + 50, BITS))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"TESTNET4, -600, ''", "TESTNET4, -601, time-timewarp-attack", "TESTNET3, -601, ''"})
  void bip94BoundsTimeGoingBackAtRetargets(Network network, int difference, String reason) {
    TestChain chain = chain(network, 2016, BITS);
    chain = chain.upTo(2014);
    chain.add(START + 5_000_000, BITS);
    BlockHeader header = header(4, START + 5_000_000 + difference, BITS);
    Verdict verdict =
        HeaderRules.contextualCheckBlockHeader(
            network, header, Context.NONE.withAncestors(chain).withNow(START * 2L));
    assertThat(reason(verdict)).isEqualTo(reason);
  }

  private static TestChain chain(Network network, int length, int nbits) {
    TestChain chain = new TestChain(0, List.of());
    for (int i = 0; i < length; i++) {
      chain.add(START + i * network.pow().spacing(), nbits);
    }
    return chain;
  }

  private static BlockHeader header(int version, int time, int nbits) {
    return new BlockHeader(version, Hash256.ZERO, Hash256.ZERO, time, nbits, 0);
  }

  private static String contextual(Ancestors chain, BlockHeader header) {
    return contextual(chain, header, Integer.toUnsignedLong(header.time()));
  }

  private static String contextual(Ancestors chain, BlockHeader header, long now) {
    return reason(
        HeaderRules.contextualCheckBlockHeader(
            Network.MAIN, header, Context.NONE.withAncestors(chain).withNow(now)));
  }

  private static String reason(Verdict verdict) {
    return verdict instanceof Invalid invalid ? invalid.rejectReason() : "";
  }
}
