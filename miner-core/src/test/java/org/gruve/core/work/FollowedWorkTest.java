package org.gruve.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the count when a job follows another. */
class FollowedWorkTest {
  private static final int MASK = 0x1fffe000;

  private final Scanned scanned = new Scanned();
  private final Job first = Jobs.of(Jobs.coinbase(1), 0);
  private WorkSource source = new WorkSource(first);

  @BeforeEach
  void takeThree() {
    for (int i = 0; i < 3; i++) {
      scanned.add(source.next(0).orElseThrow());
    }
  }

  @Test
  void theSameCoinbaseIsCountedOn() {
    Job next = new Job("2", first.header(), first.merkle(), 0, Target.MAX, true, first.origin());
    source = source.follow(next);
    Work work = source.next(0).orElseThrow();
    assertThat(work.extranonce2().value()).isEqualTo(3);
    assertThat(work.job()).isSameAs(next).isSameAs(source.job());
    scanned.add(work);
    assertThat(scanned.drain(source, 0)).isEqualTo(252);
  }

  @Test
  void anotherMaskIsCountedOnWhereExtranonce2IsCounted() {
    source = source.follow(Jobs.of(Jobs.coinbase(1), MASK));
    assertThat(source.next(0).orElseThrow().extranonce2().value()).isEqualTo(3);
  }

  @Test
  void aLaterTimeIsCountedOnAndThenUsedWhole() {
    source = source.follow(Jobs.of(Jobs.coinbase(1), 0, Jobs.TIME + 30));
    Work work = source.next(0).orElseThrow();
    assertThat(work.extranonce2().value()).isEqualTo(3);
    assertThat(work.time()).isEqualTo(Jobs.TIME + 30);
    scanned.add(work);
    assertThat(scanned.drain(source, 0)).isEqualTo(255);
  }

  @Test
  void timesThatWereUsedUnderTheJobBeforeAreNotUsedAgain() {
    scanned.drain(source, 10);
    source = source.follow(Jobs.of(Jobs.coinbase(1), 0, Jobs.TIME + 5));
    assertThat(scanned.drain(source, 0)).isZero();
    assertThat(scanned.drain(source, 6)).isEqualTo(256);
    assertThat(scanned.times()).endsWith(Jobs.TIME + 11);
  }

  @Test
  void anEarlierTimeDoesNotStopTheCount() {
    source = source.follow(Jobs.of(Jobs.coinbase(1), 0, Jobs.TIME - 60));
    assertThat(scanned.drain(source, 0)).isEqualTo(253);
    assertThat(scanned.drain(source, 60)).isZero();
    assertThat(scanned.drain(source, 61)).isEqualTo(256);
  }

  @Test
  void aClockSetFarBackBeginsAnewAndCountsOn() {
    source = source.follow(Jobs.of(Jobs.coinbase(1), 0, Jobs.TIME - 8000));
    Work work = source.next(0).orElseThrow();
    assertThat(work.time()).isEqualTo(Jobs.TIME - 8000);
    assertThat(work.extranonce2().value()).isEqualTo(3);
  }

  @Test
  void anotherCoinbaseBranchParentVersionOrBitsBeginAnew() {
    MerkleSource.Coinbase same = Jobs.coinbase(1);
    Bytes otherPrefix = same.prefix().then(Bytes.ofHex("00"));
    List<Job> others =
        List.of(
            Jobs.of(new MerkleSource.Coinbase(otherPrefix, 1, same.suffix(), same.branch()), 0),
            Jobs.of(new MerkleSource.Coinbase(same.prefix(), 1, same.suffix(), List.of()), 0),
            Jobs.of(same, 0, header(1, Hash256.ZERO, 0x1d00ffff)),
            Jobs.of(same, 0, header(Jobs.VERSION, Hash256.ZERO, 0x1c00ffff)),
            Jobs.of(
                same, 0, header(Jobs.VERSION, Hash256.fromDisplay("01".repeat(32)), 0x1d00ffff)));
    for (Job other : others) {
      assertThat(source.follow(other).next(0).orElseThrow().extranonce2().value()).isZero();
    }
  }

  /** The mask cuts one root into versions: with another, whole times are left to either job. */
  @ParameterizedTest
  @ValueSource(ints = {0, 0x6000, 0x1fff_0000})
  void anotherMaskOnOneRootTakesAnotherTime(int otherMask) {
    Scanned all = new Scanned();
    WorkSource before = new WorkSource(Jobs.of(Jobs.fixed(), MASK));
    all.add(before.next(0).orElseThrow());
    WorkSource after = before.follow(Jobs.of(Jobs.fixed(), otherMask));
    all.drain(after, 3);
    all.drain(before, 3);
    assertThat(all.times()).containsExactly(Jobs.TIME, Jobs.TIME + 1, Jobs.TIME + 2, Jobs.TIME + 3);
  }

  @Test
  void oneRootIsCountedOnWithTheSameMask() {
    Scanned all = new Scanned();
    WorkSource before = new WorkSource(Jobs.of(Jobs.fixed(), 0));
    all.add(before.next(0).orElseThrow());
    WorkSource after = before.follow(Jobs.of(Jobs.fixed(), 0));
    assertThat(all.drain(after, 0)).isEqualTo(63);
  }

  private static HeaderTemplate header(int version, Hash256 prevHash, int nbits) {
    return new HeaderTemplate(version, prevHash, Jobs.TIME, nbits);
  }
}
