package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.Test;

class CandidateCheckTest {
  private static final int VERSION = 0x20000000;
  private static final int NONCE = 12345;

  private final ManualClock clock = new ManualClock();
  private final RecordedEvents events = new RecordedEvents();
  private final Station station = new Station(new ReferenceDevice("cpu", 1), events, clock);
  private final List<Share> shares = new ArrayList<>();
  private final CandidateCheck check = new CandidateCheck(station, shares::add);

  @Test
  void offersWhatMeetsTheTargetExactly() {
    Candidate candidate = candidate(hash().value());
    check.check(candidate);
    Share share = shares.getFirst();
    assertThat(share.candidate()).isSameAs(candidate);
    assertThat(share.header()).isEqualTo(candidate.header());
    assertThat(share.hash()).isEqualTo(hash());
    assertThat(share.device()).isEqualTo("cpu");
    assertThat(station.meter().errors()).isZero();
  }

  @Test
  void aTieOfTheTopWordIsNeitherShareNorError() {
    check.check(candidate(hash().value().subtract(BigInteger.ONE)));
    assertThat(shares).isEmpty();
    assertThat(station.meter().errors()).isZero();
    assertThat(events.wrongHits).isEmpty();
  }

  @Test
  void aTopWordAboveTheTargetsIsADeviceError() {
    Candidate wrong = candidate(hash().value().subtract(BigInteger.ONE.shiftLeft(224)));
    check.check(wrong);
    assertThat(shares).isEmpty();
    assertThat(station.meter().errors()).isEqualTo(1);
    assertThat(events.wrongHits).containsExactly(wrong);
  }

  @Test
  void topWordsAreComparedUnsigned() {
    check.check(candidate(Target.MAX.value()));
    assertThat(shares).hasSize(1);
    check.check(candidate(BigInteger.ZERO));
    assertThat(station.meter().errors()).isEqualTo(1);
  }

  @Test
  void aFloodOfWrongHitsIsCountedAndToldOnceASecond() {
    for (int i = 0; i < 10_000; i++) {
      check.check(candidate(BigInteger.ZERO));
    }
    assertThat(events.wrongHits).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    check.check(candidate(BigInteger.ZERO));
    check.check(candidate(BigInteger.ZERO));
    assertThat(events.wrongHits).hasSize(2);
    assertThat(station.meter().errors()).isEqualTo(10_002);
  }

  @Test
  void offersOneBlockOfAWorkWhoseSharesAreAllBlocks() {
    Target block = CompactBits.target(0x207fffff).orElseThrow();
    Job job = Jobs.regtest("solo", block);
    Work work = work(job);
    List<Candidate> hits =
        IntStream.range(0, 64)
            .mapToObj(nonce -> new Candidate(work, VERSION, nonce))
            .filter(hit -> block.isMetBy(hit.header().hash()))
            .toList();
    assertThat(hits).hasSizeGreaterThan(1);
    hits.forEach(check::check);
    assertThat(shares).extracting(Share::candidate).containsExactly(hits.getFirst());
    check.check(new Candidate(work(job), VERSION, hits.get(1).nonce()));
    assertThat(shares).hasSize(2);
    assertThat(station.meter().errors()).isZero();
  }

  @Test
  void offersWhatFollowsABlockWhereSharesAreEasier() {
    Work work = work(Jobs.regtest("pool", Target.MAX));
    for (int nonce = 0; nonce < 64; nonce++) {
      check.check(new Candidate(work, VERSION, nonce));
    }
    assertThat(shares).hasSize(64).anyMatch(Share::isBlock);
  }

  private static Hash256 hash() {
    return candidate(BigInteger.ZERO).header().hash();
  }

  private static Candidate candidate(BigInteger target) {
    return new Candidate(work(Jobs.fixedRoot("check", new Target(target))), VERSION, NONCE);
  }

  private static Work work(Job job) {
    Hash256 root = Hash256.ZERO;
    VersionSlice version = VersionSlice.single(VERSION);
    return new Work(job, new Extranonce2(0, 0), root, 1, version, 0, 1L << 32);
  }
}
