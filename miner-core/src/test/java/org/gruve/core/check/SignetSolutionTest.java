package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;

class SignetSolutionTest {
  private static final Bytes COMMITMENT = Bytes.ofHex("6a24aa21a9ed" + "00".repeat(32));

  /** Whoever pushes 7 has solved it. */
  private static final Bytes SEVEN = Bytes.ofHex("5787");

  private final TestChain chain = TestChain.of(Network.REGTEST);
  private final InputScripts scripts = new InputScripts(Signatures.CHECKS, Runnable::run);

  @Test
  void aSolutionThatTheChallengeTakesIsGood() {
    assertThat(check(SEVEN, solved(Bytes.ofHex("57"), List.of()))).isEmpty();
  }

  @Test
  void anotherSolutionOrNoneIsNot() {
    assertThat(check(SEVEN, solved(Bytes.ofHex("58"), List.of()))).isEqualTo("bad-signet-blksig");
    assertThat(check(SEVEN, COMMITMENT)).isEqualTo("bad-signet-blksig");
    assertThat(check(SEVEN, Bytes.ofHex("51"))).isEqualTo("bad-signet-blksig");
  }

  @Test
  void aChallengeThatAnyoneMeetsNeedsNoSolutionButACommitment() {
    Bytes anyone = Bytes.ofHex("51");
    assertThat(check(anyone, COMMITMENT)).isEmpty();
    assertThat(check(anyone, Bytes.ofHex("51"))).isEqualTo("bad-signet-blksig");
  }

  @Test
  void aSolutionWithMoreBehindItIsNone() {
    Bytes more = Bytes.ofHex("ecc7daa2").then(solution(Bytes.ofHex("57"), List.of()));
    Bytes output = COMMITMENT.then(ScriptPush.data(more.then(Bytes.ofHex("00"))));
    assertThat(check(SEVEN, output)).isEqualTo("bad-signet-blksig");
    Bytes cut = Bytes.ofHex("ecc7daa205");
    assertThat(check(SEVEN, COMMITMENT.then(ScriptPush.data(cut)))).isEqualTo("bad-signet-blksig");
  }

  @Test
  void theDefaultChallengeWantsSignatures() {
    SignetSolution signet = new SignetSolution(Network.SIGNET, scripts);
    assertThat(signet.check(block(COMMITMENT)).isValid()).isFalse();
    assertThat(signet.check(Network.SIGNET.genesis()).isValid()).isTrue();
    assertThat(new SignetSolution(Network.MAIN, scripts).check(block(COMMITMENT)).isValid())
        .isTrue();
  }

  @Test
  void theSectionIsCutDownToItsHeader() {
    Bytes section = ScriptPush.data(Bytes.ofHex("ecc7daa2").then(Bytes.ofHex("0102")));
    SignetSection found = SignetSection.of(COMMITMENT.then(section));
    assertThat(found.solution()).contains(Bytes.ofHex("0102"));
    assertThat(found.rest()).isEqualTo(COMMITMENT.then(Bytes.ofHex("04ecc7daa2")));
    Bytes bare = COMMITMENT.then(Bytes.ofHex("04ecc7daa2"));
    assertThat(SignetSection.of(bare).solution()).isEmpty();
    assertThat(SignetSection.of(bare).rest()).isEqualTo(bare);
  }

  private Bytes solved(Bytes script, List<Bytes> witness) {
    Bytes pushed = Bytes.ofHex("ecc7daa2").then(solution(script, witness));
    return COMMITMENT.then(ScriptPush.data(pushed));
  }

  private static Bytes solution(Bytes script, List<Bytes> witness) {
    ByteWriter out = new ByteWriter().bytes(script).compactSize(witness.size());
    witness.forEach(out::bytes);
    return Bytes.of(out.toArray());
  }

  private Block block(Bytes commitment) {
    Bytes script = RegtestBlocks.coinbase(1).inputs().getFirst().script();
    Transaction coinbase = RegtestBlocks.coinbase(script, List.of(new TxOut(0, commitment)));
    return RegtestBlocks.block(chain, List.of(coinbase));
  }

  private String check(Bytes challenge, Bytes commitment) {
    SignetSolution signet = new SignetSolution(Network.SIGNET, challenge, scripts);
    return signet.check(block(commitment)) instanceof Invalid invalid ? invalid.rejectReason() : "";
  }
}
