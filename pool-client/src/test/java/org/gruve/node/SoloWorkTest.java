package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.core.Block.VerifyFlag;
import org.bitcoinj.params.RegTestParams;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Context;
import org.gruve.core.check.Network;
import org.gruve.core.check.Verdict;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.Address;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SpotChecks;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.Share;
import org.gruve.core.work.Work;
import org.gruve.core.work.WorkSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class SoloWorkTest {
  private static final Bytes TAG = Bytes.of("/gruve/".getBytes(StandardCharsets.US_ASCII));
  private static final Bytes EXTRANONCE1 = Bytes.ofHex("c0ffee01");
  private static final JobOrigin ORIGIN = new JobOrigin() {};

  static SoloWork work(Template template) {
    return work(template, PayoutTest.script(Address.Type.P2WPKH), TAG);
  }

  private static SoloWork work(Template template, Bytes payout, Bytes tag) {
    return SoloWork.of("1", template, payout, tag, EXTRANONCE1, true, ORIGIN);
  }

  /** Tries nonces, of the second slice of the job, so that the extranonce2 is not all zeros. */
  static Share mined(SoloWork work) {
    WorkSource source = new WorkSource(work.job());
    assertThat(source.next(0)).isPresent();
    Work slice = source.next(0).orElseThrow();
    int version = slice.versions().version(slice.versions().count() - 1);
    for (int nonce = 0; ; nonce++) {
      BlockHeader header = slice.header(version, nonce);
      if (work.job().shareTarget().isMetBy(header.hash())) {
        return new Share(new Candidate(slice, version, nonce), header, header.hash(), "cpu");
      }
    }
  }

  private static Network network(String name) {
    return name.contains("signet") ? Network.SIGNET : Network.REGTEST;
  }

  @ParameterizedTest
  @MethodSource("org.gruve.node.Recorded#templates")
  void minesBlocksOfRecordedTemplatesThatOurRulesAccept(String name) {
    Template template = Template.parse(Recorded.result(name));
    SoloWork work = work(template);
    assertThat(TemplateCheck.fault(work, network(name))).isEmpty();
    assertThat(TemplateCheck.remark(template, network(name))).isEmpty();
    if (network(name) == Network.REGTEST) {
      Share share = mined(work);
      assertThat(share.isBlock()).isTrue();
      Block block = Block.parse(work.block(share));
      assertThat(block.header()).isEqualTo(share.header());
      assertThat(verdict(block, template)).isInstanceOf(Verdict.Valid.class);
    }
  }

  private static Verdict verdict(Block block, Template template) {
    SpotChecks checks = SpotChecks.of(new BouncyCastleVerifier(), new Random(1));
    return new BlockValidation(Network.REGTEST, checks, Runnable::run)
        .check(block, Context.NONE.withHeight(template.height()))
        .verdict();
  }

  @ParameterizedTest
  @MethodSource("org.gruve.node.Recorded#templates")
  void buildsBlocksThatBitcoinjVerifies(String name) {
    Template template = Template.parse(Recorded.result(name));
    SoloWork work = work(template);
    boolean mineable = network(name) == Network.REGTEST;
    byte[] bytes = mineable ? work.block(mined(work)) : work.proposal();
    org.bitcoinj.core.Block theirs = org.bitcoinj.core.Block.read(ByteBuffer.wrap(bytes));
    // It recomputes the merkle root; BIP34's check knows no OP_1 to OP_16.
    org.bitcoinj.core.Block.verifyTransactions(
        RegTestParams.get(),
        theirs,
        template.height(),
        template.height() > 16
            ? EnumSet.of(VerifyFlag.HEIGHT_IN_COINBASE)
            : EnumSet.noneOf(VerifyFlag.class));
    if (mineable) {
      org.bitcoinj.core.Context.propagate(new org.bitcoinj.core.Context());
      org.bitcoinj.core.Block.verifyHeader(theirs);
    }
    assertThat(theirs.getTransactions().getFirst().getOutput(0).getValue().value)
        .isEqualTo(template.coinbaseValue());
    byte[] committed = Sha256Hash.hashTwice(theirs.getWitnessRoot().serialize(), new byte[32]);
    assertThat(theirs.getTransactions().getFirst().getOutput(1).getScriptBytes())
        .isEqualTo(Bytes.ofHex("6a24aa21a9ed").then(Bytes.of(committed)).toArray());
  }

  @Test
  void writesHeightsInTheirShortestForm() {
    assertThat(coinbaseScript(1)).startsWith("51" + "0c" + "c0ffee01");
    assertThat(coinbaseScript(16)).startsWith("60" + "0c");
    assertThat(coinbaseScript(17)).startsWith("0111" + "0c");
    assertThat(coinbaseScript(127)).startsWith("017f");
    assertThat(coinbaseScript(128)).startsWith("028000");
    assertThat(coinbaseScript(840_000)).startsWith("0340d10c");
  }

  private static String coinbaseScript(int height) {
    Template template = Templates.random(new Random(1), height, 0);
    return coinbase(work(template)).inputs().getFirst().script().hex();
  }

  private static Transaction coinbase(SoloWork work) {
    return Block.parse(work.proposal()).transactions().getFirst();
  }

  @Test
  void locksTheCoinbaseToTheHeightBeforeIts() {
    Transaction coinbase = coinbase(work(Templates.random(new Random(1), 700, 0)));
    assertThat(coinbase.version()).isEqualTo(2);
    assertThat(coinbase.lockTime()).isEqualTo(699);
    assertThat(coinbase.inputs().getFirst().sequence()).isEqualTo(0xfffffffe);
  }

  @Test
  void commitsOnlyWhereTheRulesNameSegwit() {
    ObjectNode json = Recorded.template("getblocktemplate-regtest-17");
    json.putArray("rules").add("csv");
    Transaction coinbase = coinbase(work(Template.parse(json)));
    assertThat(coinbase.outputs()).hasSize(1);
    assertThat(coinbase.hasWitness()).isFalse();
    json.putArray("rules").add("segwit");
    assertThat(coinbase(work(Template.parse(json))).hasWitness()).isTrue();
  }

  @Test
  void dropsTheTagBeforeWhatTheNodeWants() {
    ObjectNode json = Recorded.template("getblocktemplate-regtest-17");
    json.putObject("coinbaseaux").put("flags", "ab".repeat(60));
    Template template = Template.parse(json);
    Bytes tag = Bytes.of(new byte[40]);
    String script = coinbase(work(template, Bytes.EMPTY, tag)).inputs().getFirst().script().hex();
    assertThat(script)
        .isEqualTo("0111" + "3c" + "ab".repeat(60) + "0c" + "c0ffee01" + "00".repeat(8));
    json.putObject("coinbaseaux").put("flags", "ab".repeat(20));
    SoloWork roomy = work(Template.parse(json), Bytes.EMPTY, tag);
    assertThat(coinbase(roomy).inputs().getFirst().script().size()).isEqualTo(2 + 21 + 13 + 41);
  }

  @Test
  void refusesWhatLeavesNoRoomForTheCoinbase() {
    ObjectNode json = Recorded.template("getblocktemplate-regtest-128-witness");
    long weight = 0;
    for (Transaction transaction : Template.parse(json).transactions()) {
      weight += transaction.weight();
    }
    json.put("weightlimit", weight + 330);
    Template template = Template.parse(json);
    assertThatThrownBy(() -> work(template))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("leave no room for a coinbase");
  }

  @Test
  void paysTheWholeValueToEveryTypeOfAddress() {
    Random random = new Random(3);
    for (Address.Type type : PayoutTest.PAID) {
      Template template = Templates.random(random, 1 + random.nextInt(1000), random.nextInt(9));
      SoloWork work = work(template, PayoutTest.script(type), TAG);
      Block block = Block.parse(work.block(mined(work)));
      assertThat(block.transactions().getFirst().outputs().getFirst())
          .isEqualTo(new TxOut(template.coinbaseValue(), PayoutTest.script(type)));
    }
  }

  @Test
  void minesValidBlocksOfAnyTemplate() {
    long seed = Long.getLong("gruve.seed", System.nanoTime());
    System.out.println("seed " + seed + " (-Dgruve.seed)");
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Template template = Templates.random(random, 1 + random.nextInt(70_000), random.nextInt(40));
      SoloWork work = work(template);
      assertThat(TemplateCheck.fault(work, Network.REGTEST)).as("seed %d", seed).isEmpty();
      Block block = Block.parse(work.block(mined(work)));
      assertThat(block.weight()).isLessThan((int) template.weightLimit());
      assertThat(verdict(block, template)).as("seed %d", seed).isInstanceOf(Verdict.Valid.class);
    }
  }

  @Test
  void namesTheRuleThatATemplateWouldBreak() {
    ObjectNode json = Recorded.template("getblocktemplate-regtest-17");
    SoloWork hard = work(Template.parse(json));
    assertThat(TemplateCheck.fault(hard, Network.MAIN).orElseThrow()).startsWith("bad-diffbits: ");
    json.put("version", 1);
    assertThat(TemplateCheck.fault(work(Template.parse(json)), Network.REGTEST).orElseThrow())
        .startsWith("bad-version(0x00000001): ");
    Template twice = Template.parse(Recorded.result("getblocktemplate-regtest-128-witness"));
    List<Transaction> doubled = new ArrayList<>(twice.transactions());
    doubled.addAll(twice.transactions());
    assertThat(TemplateCheck.fault(work(Templates.with(twice, doubled)), Network.REGTEST))
        .isPresent();
    ObjectNode signed = Recorded.template("getblocktemplate-signet-1");
    signed.put("signet_challenge", "52");
    assertThat(TemplateCheck.fault(work(Template.parse(signed)), Network.SIGNET)).isEmpty();
  }

  @Test
  void remarksOnMoneyThatDoesNotAddUp() {
    ObjectNode json = Recorded.template("getblocktemplate-regtest-128-witness");
    json.put("coinbasevalue", json.path("coinbasevalue").longValue() + 1);
    Template template = Template.parse(json);
    assertThat(TemplateCheck.remark(template, Network.REGTEST).orElseThrow())
        .contains("coinbasevalue");
    assertThat(TemplateCheck.fault(work(template), Network.REGTEST)).isEmpty();
  }
}
