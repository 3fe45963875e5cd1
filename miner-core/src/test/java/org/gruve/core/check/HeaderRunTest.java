package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ChainWork;
import org.gruve.core.check.HeaderRun.Summary;
import org.gruve.core.check.Verdict.Unchecked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderRunTest {
  private static final OptionalLong NOW = OptionalLong.of(2_000_000_000L);
  private static final Set<Clause> BEGINNING =
      Set.of(Clause.PARENT_KNOWN, Clause.TIME_AFTER_MEDIAN);

  @ParameterizedTest
  @CsvSource({
    "MAIN, headers/mainnet_0_10236.bin, 10237",
    "SIGNET, headers/signet_0_2015.bin, 2016",
    "REGTEST, node/regtest_headers.bin, 140",
  })
  void runsFromGenesisKeepAllRules(Network network, String file, int count) {
    Summary summary = run(network, file, OptionalInt.of(0), NOW);
    assertThat(summary.good()).isEqualTo(count);
    assertThat(summary.broken()).isEmpty();
    assertThat(summary.unchecked()).isEmpty();
    assertThat(summary.work()).isEqualTo(work(TestData.headers(file)));
    assertThat(summary.lastGood()).contains(TestData.headers(file).getLast().hash());
  }

  @ParameterizedTest
  @CsvSource({
    "headers/mainnet_40000_49999.bin, 40000, 10000, 1",
    "headers/mainnet_822528_830592.bin, 822528, 8065, 1",
  })
  void runsFromAHeightLackOnlyWhatCameBefore(String file, int start, int count, int retargets) {
    Summary summary = run(Network.MAIN, file, OptionalInt.of(start), NOW);
    assertThat(summary.good()).isEqualTo(count);
    assertThat(summary.broken()).isEmpty();
    assertThat(summary.uncheckedRetargets()).isEqualTo(retargets);
    assertThat(clauses(summary)).isEqualTo(with(Clause.REQUIRED_BITS));
  }

  @ParameterizedTest
  @CsvSource({
    "headers/mainnet_40000_49999.bin, 10000, 1",
    "headers/mainnet_822528_830592.bin, 8065, 1",
  })
  void runsFromNowhereFindTheirIntervalsWhereTheTargetChanges(
      String file, int count, int retargets) {
    Summary summary = run(Network.MAIN, file, OptionalInt.empty(), NOW);
    assertThat(summary.good()).isEqualTo(count);
    assertThat(summary.uncheckedRetargets()).isEqualTo(retargets);
    assertThat(clauses(summary)).contains(Clause.REQUIRED_BITS);
  }

  @Test
  void theFirstHeadersTargetIsNotKnownInTheMiddleOfAnInterval() {
    List<BlockHeader> all = TestData.headers("headers/mainnet_40000_49999.bin");
    HeaderRun run = new HeaderRun(Network.MAIN, OptionalInt.of(40_005), NOW);
    assertThat(run.add(all.get(5).bytes(), 0, 1)).isTrue();
    assertThat(run.summary().uncheckedRetargets()).isZero();
    assertThat(clauses(run.summary())).isEqualTo(with(Clause.REQUIRED_BITS));
  }

  @Test
  void timewarpsAreNotRuledOutWhereNoIntervalIsKnown() {
    byte[] genesis = Network.TESTNET4.genesisHeader().bytes();
    HeaderRun nowhere = new HeaderRun(Network.TESTNET4, OptionalInt.empty(), NOW);
    assertThat(nowhere.add(genesis, 0, 1)).isTrue();
    assertThat(clauses(nowhere.summary())).contains(Clause.NO_TIMEWARP);
    HeaderRun retarget = new HeaderRun(Network.TESTNET4, OptionalInt.of(2016), NOW);
    retarget.add(genesis, 0, 1);
    assertThat(clauses(retarget.summary())).contains(Clause.NO_TIMEWARP);
    HeaderRun between = new HeaderRun(Network.TESTNET4, OptionalInt.of(2017), NOW);
    between.add(genesis, 0, 1);
    assertThat(clauses(between.summary())).doesNotContain(Clause.NO_TIMEWARP);
  }

  @Test
  void withoutAClockTimesMayLieAhead() {
    String file = "headers/signet_0_2015.bin";
    Summary summary = run(Network.SIGNET, file, OptionalInt.of(0), OptionalLong.empty());
    assertThat(clauses(summary)).containsExactly(Clause.TIME_NOT_AHEAD);
    assertThat(reason(run(Network.SIGNET, file, OptionalInt.of(0), OptionalLong.of(1_598_918_400))))
        .isEqualTo("time-too-new");
  }

  @Test
  void anotherGenesisIsNoBeginning() {
    Summary summary = run(Network.MAIN, "headers/mainnet_40000_49999.bin", OptionalInt.of(0), NOW);
    assertThat(reason(summary)).isEqualTo("prev-blk-not-found");
    assertThat(summary.good()).isZero();
    assertThat(summary.lastGood()).isEmpty();
  }

  @Test
  void aGapBreaksTheRun() {
    byte[] bytes = TestData.bytes("headers/mainnet_0_10236.bin");
    HeaderRun run = new HeaderRun(Network.MAIN, OptionalInt.of(0), NOW);
    assertThat(run.add(bytes, 0, 100)).isTrue();
    assertThat(run.add(bytes, 101 * 80, 100)).isFalse();
    assertThat(run.add(bytes, 100 * 80, 100)).isFalse();
    assertThat(run.summary().good()).isEqualTo(100);
    assertThat(reason(run.summary())).isEqualTo("prev-blk-not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "68, high-hash",
    "76, high-hash",
    "40, high-hash",
    "72, high-hash",
  })
  void aChangedHeaderHasNoWork(int at, String reason) {
    byte[] bytes = TestData.bytes("headers/mainnet_0_10236.bin");
    bytes[5000 * 80 + at] ^= 1;
    HeaderRun run = new HeaderRun(Network.MAIN, OptionalInt.of(0), NOW);
    run.add(bytes, 0, bytes.length / 80);
    assertThat(run.summary().good()).isEqualTo(5000);
    assertThat(reason(run.summary())).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, bad-version(0x00000001)",
    "4, -600, 0, time-too-old",
    "4, 0, 1, bad-diffbits",
    "4, 2000000000, 0, time-too-new",
    "4, 0, 0, ''",
  })
  void minedHeadersBreakOneRuleAtATime(int version, int later, int harder, String reason) {
    HeaderRun run = new HeaderRun(Network.REGTEST, OptionalInt.of(0), NOW);
    TestChain chain = TestChain.of(Network.REGTEST);
    run.add(chain.parent().bytes(), 0, 1);
    Block block =
        RegtestBlocks.block(
            chain,
            List.of(RegtestBlocks.coinbase(1)),
            header ->
                new BlockHeader(
                    version,
                    header.prevHash(),
                    header.merkleRoot(),
                    header.time() + later,
                    header.nbits() - harder,
                    0));
    run.add(block.header().bytes(), 0, 1);
    assertThat(reason(run.summary())).isEqualTo(reason);
    Verdict slow =
        HeaderRules.acceptBlockHeader(Network.REGTEST, block.header(), chain, NOW.getAsLong());
    assertThat(slow instanceof Verdict.Invalid invalid ? invalid.rejectReason() : "")
        .isEqualTo(reason);
  }

  private static Summary run(Network network, String file, OptionalInt start, OptionalLong now) {
    byte[] bytes = TestData.bytes(file);
    HeaderRun run = new HeaderRun(network, start, now);
    run.add(bytes, 0, bytes.length / BlockHeader.SIZE);
    return run.summary();
  }

  private static BigInteger work(List<BlockHeader> headers) {
    return headers.stream()
        .map(header -> ChainWork.ofBits(header.nbits()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static Set<Clause> clauses(Summary summary) {
    return summary.unchecked().stream().map(Unchecked::clause).collect(Collectors.toSet());
  }

  private static Set<Clause> with(Clause... more) {
    Set<Clause> all = new HashSet<>(BEGINNING);
    all.addAll(List.of(more));
    return all;
  }

  private static String reason(Summary summary) {
    return summary.broken().map(Verdict.Invalid::rejectReason).orElse("");
  }
}
