package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.Ledger.Totals;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void beginsEmpty() {
    Totals totals = ledger.totals();
    assertThat(totals.accepted() + totals.rejected() + totals.stale() + totals.unanswered())
        .isZero();
    assertThat(totals.provenHashes()).isZero();
    assertThat(totals.bestDifficulty()).isZero();
    assertThat(totals.reasons()).isEmpty();
  }

  @Test
  void countsEachOutcome() {
    record(Outcome.ACCEPTED, "");
    record(Outcome.REJECTED, "low difficulty");
    record(Outcome.REJECTED, "duplicate");
    record(Outcome.REJECTED, "low difficulty");
    record(Outcome.STALE, "job not found");
    record(Outcome.UNANSWERED, "connection lost");
    Totals totals = ledger.totals();
    assertThat(totals.accepted()).isEqualTo(1);
    assertThat(totals.rejected()).isEqualTo(3);
    assertThat(totals.stale()).isEqualTo(1);
    assertThat(totals.unanswered()).isEqualTo(1);
    assertThat(totals.reasons())
        .containsOnly(
            entry("low difficulty", 2L), entry("duplicate", 1L), entry("job not found", 1L));
  }

  @Test
  void onlyAcceptedSharesProveHashesAndByTheTargetOfTheirJob() {
    ledger.record(result(share(Jobs.oneIn(20), 1), Outcome.ACCEPTED, ""));
    ledger.record(result(share(Jobs.oneIn(24), 1), Outcome.ACCEPTED, ""));
    ledger.record(result(share(Jobs.oneIn(28), 1), Outcome.REJECTED, "no"));
    Proof proof = ledger.totals().proof();
    assertThat(proof.hashes()).isEqualTo(0x1p20 + 0x1p24);
    assertThat(proof.squares()).isEqualTo(0x1p40 + 0x1p48);
    assertThat(proof.heaviest()).isEqualTo(0x1p24);
  }

  @Test
  void keepsTheBestDifficultyOfAcceptedShares() {
    ledger.record(result(share(Target.MAX, 1), Outcome.ACCEPTED, ""));
    ledger.record(result(share(Target.MAX, 4), Outcome.ACCEPTED, ""));
    ledger.record(result(share(Target.MAX, 2), Outcome.ACCEPTED, ""));
    ledger.record(result(share(Target.MAX, 1000), Outcome.REJECTED, "no"));
    assertThat(ledger.totals().bestDifficulty()).isCloseTo(4, within(1e-4));
  }

  @Test
  void countsBlocksByTheBitsOfTheHeader() {
    ledger.record(result(share(Target.MAX, 1.0001), Outcome.ACCEPTED, ""));
    ledger.record(result(share(Target.MAX, 0.9), Outcome.ACCEPTED, ""));
    ledger.record(result(share(Target.MAX, 2), Outcome.STALE, "late"));
    assertThat(ledger.totals().blocks()).isEqualTo(1);
  }

  @Test
  void countsOneBlockPerParent() {
    Share first = share(Target.MAX, 2);
    Share elsewhere = onParent(first, Hash256.fromDisplay("ab".repeat(32)));
    ledger.record(result(first, Outcome.STALE, "late"));
    ledger.record(result(first, Outcome.ACCEPTED, ""));
    ledger.record(result(share(Target.MAX, 3), Outcome.ACCEPTED, ""));
    ledger.record(result(elsewhere, Outcome.ACCEPTED, ""));
    ledger.record(result(share(Target.MAX, 4), Outcome.ACCEPTED, ""));
    assertThat(ledger.totals().accepted()).isEqualTo(4);
    assertThat(ledger.totals().blocks()).isEqualTo(2);
  }

  @Test
  void aPoolThatInventsReasonsDoesNotFillTheMemory() {
    for (int i = 0; i < 1000; i++) {
      record(Outcome.REJECTED, "reason " + i);
    }
    record(Outcome.REJECTED, "reason 3");
    assertThat(ledger.totals().reasons())
        .hasSize(33)
        .contains(entry("reason 3", 2L), entry("other reasons", 968L));
  }

  private void record(Outcome outcome, String reason) {
    ledger.record(result(share(Target.MAX, 1), outcome, reason));
  }

  private static ShareResult result(Share share, Outcome outcome, String reason) {
    return new ShareResult(share, outcome, reason, 1);
  }

  /** A share of a job with nBits of difficulty 1, whose hash has the difficulty given. */
  private static Share share(Target target, double difficulty) {
    Job job = Jobs.fixedRoot("ledger", target);
    VersionSlice version = VersionSlice.single(0x20000000);
    Work work = new Work(job, new Extranonce2(0, 0), Hash256.ZERO, 1, version, 0, 1);
    Candidate candidate = new Candidate(work, 0x20000000, 0);
    BlockHeader header = candidate.header();
    return new Share(candidate, header, hashOfDifficulty(difficulty), "cpu");
  }

  private static Share onParent(Share share, Hash256 parent) {
    BlockHeader old = share.header();
    BlockHeader header =
        new BlockHeader(
            old.version(), parent, old.merkleRoot(), old.time(), old.nbits(), old.nonce());
    return new Share(share.candidate(), header, share.hash(), "cpu");
  }

  private static Hash256 hashOfDifficulty(double difficulty) {
    long mantissa = (long) (0xffff * 0x1p16 / difficulty);
    return Hash256.fromDisplay(String.format("%016x", mantissa) + "0".repeat(48));
  }
}
