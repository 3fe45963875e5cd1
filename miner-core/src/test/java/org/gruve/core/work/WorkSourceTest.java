package org.gruve.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;

class WorkSourceTest {
  private static final long ALL_NONCES = 1L << 32;
  private static final int MASK = 0x1fffe000;

  private final Scanned scanned = new Scanned();

  @Test
  void everyExtranonce2IsHandedOutOnce() {
    WorkSource source = new WorkSource(Jobs.of(Jobs.coinbase(1), 0));
    assertThat(scanned.drain(source, 0)).isEqualTo(256);
    assertThat(scanned.points()).isEqualTo(256 * ALL_NONCES);
    assertThat(scanned.roots()).isEqualTo(256);
    assertThat(scanned.times()).containsExactly(Jobs.TIME);
  }

  @Test
  void theRootIsThatOfTheWholeCoinbase() {
    MerkleSource.Coinbase coinbase = Jobs.coinbase(4);
    Work work = new WorkSource(Jobs.of(coinbase, 0)).next(0).orElseThrow();
    Hash256 root =
        Sha256d.hash(
            coinbase.prefix().toArray(), work.extranonce2().bytes(), coinbase.suffix().toArray());
    for (Hash256 beside : coinbase.branch()) {
      root = Sha256d.hash(root.bytes(), beside.bytes());
    }
    assertThat(work.merkleRoot()).isEqualTo(root);
  }

  @Test
  void extranonce2IsCountedInItsLastEightBytes() {
    WorkSource source = new WorkSource(Jobs.of(Jobs.coinbase(16), 0));
    assertThat(source.next(0).orElseThrow().extranonce2().hex()).isEqualTo("00".repeat(16));
    assertThat(source.next(0).orElseThrow().extranonce2().hex()).isEqualTo("00".repeat(15) + "01");
    assertThat(new Extranonce2(-1, 16).hex()).isEqualTo("00".repeat(8) + "ff".repeat(8));
  }

  @Test
  void timeAdvancesOnlyWithTheClock() {
    WorkSource source = new WorkSource(Jobs.of(Jobs.coinbase(1), 0));
    scanned.drain(source, 0);
    assertThat(source.next(0)).isEmpty();
    assertThat(scanned.drain(source, 2)).isEqualTo(512);
    assertThat(scanned.times()).containsExactly(Jobs.TIME, Jobs.TIME + 1, Jobs.TIME + 2);
  }

  @Test
  void timeRollsNoFurtherThanPoolsAllow() {
    WorkSource source = new WorkSource(Jobs.of(Jobs.fixed(), 0));
    int last = 0;
    for (var work = source.next(1_000_000); work.isPresent(); work = source.next(1_000_000)) {
      last = work.get().time();
    }
    assertThat(last).isEqualTo(Jobs.TIME + 7000);
  }

  @Test
  void timeEndsWithItsThirtyTwoBits() {
    WorkSource source = new WorkSource(Jobs.of(Jobs.coinbase(1), 0, -2));
    assertThat(scanned.drain(source, 100)).isEqualTo(512);
    assertThat(scanned.times()).containsExactly(-2, -1);
  }

  @Test
  void aClockThatRunsBackIsNoHarm() {
    WorkSource source = new WorkSource(Jobs.of(Jobs.coinbase(1), 0));
    assertThat(scanned.drain(source, -5)).isEqualTo(256);
  }

  @Test
  void allVersionsOfTheMaskComeWithEachExtranonce2() {
    WorkSource source = new WorkSource(Jobs.of(Jobs.coinbase(4), MASK));
    Work work = source.next(0).orElseThrow();
    assertThat(work.versions().count()).isEqualTo(65536);
    assertThat(work.hashes()).isEqualTo(65536 * ALL_NONCES);
  }

  @Test
  void withoutExtranonce2VersionsAreSliced() {
    for (MerkleSource merkle : List.of(Jobs.coinbase(0), Jobs.fixed())) {
      Scanned all = new Scanned();
      assertThat(all.drain(new WorkSource(Jobs.of(merkle, MASK)), 0)).isEqualTo(256);
      assertThat(all.versions()).isEqualTo(65536);
      assertThat(all.points()).isEqualTo(65536 * ALL_NONCES);
      assertThat(all.roots()).isEqualTo(1);
    }
  }

  @Test
  void withFewVersionsNoncesAreSliced() {
    scanned.drain(new WorkSource(Jobs.of(Jobs.fixed(), 0)), 1);
    assertThat(scanned.versions()).isEqualTo(1);
    assertThat(scanned.points()).isEqualTo(2 * ALL_NONCES);

    Scanned four = new Scanned();
    four.drain(new WorkSource(Jobs.of(Jobs.coinbase(0), 0x6000)), 0);
    assertThat(four.versions()).isEqualTo(4);
    assertThat(four.points()).isEqualTo(4 * ALL_NONCES);
  }

  @Test
  void bitsThatAreSetInTheVersionAreNotRolled() {
    HeaderTemplate header = new HeaderTemplate(0x2000_6000, Hash256.ZERO, Jobs.TIME, 0x1d00ffff);
    Work work = new WorkSource(Jobs.of(Jobs.coinbase(4), MASK, header)).next(0).orElseThrow();
    assertThat(work.versions().count()).isEqualTo(1 << 14);
    for (int i = 0; i < work.versions().count(); i++) {
      assertThat(work.versions().version(i) & ~MASK).isEqualTo(0x2000_0000);
      assertThat(work.versions().version(i) & 0x6000).isEqualTo(0x6000);
    }
  }

  @Test
  void manyWorkersShareTheSpaceWithoutOverlap() throws Exception {
    WorkSource source = new WorkSource(Jobs.of(Jobs.coinbase(1), 0));
    assertThat(inEightThreads(() -> scanned.drain(source, 19))).isEqualTo(20 * 256);
    assertThat(scanned.points()).isEqualTo(20 * 256 * ALL_NONCES);
    assertThat(scanned.roots()).isEqualTo(256);
  }

  @Test
  void workersOnTheOldJobAndOnTheNextDoNotOverlap() throws Exception {
    WorkSource before = new WorkSource(Jobs.of(Jobs.coinbase(1), 0));
    WorkSource after = before.follow(Jobs.of(Jobs.coinbase(1), 0x6000));
    int count = inEightThreads(() -> scanned.drain(before, 19) + scanned.drain(after, 19));
    assertThat(count).isEqualTo(20 * 256);
    assertThat(scanned.roots()).isEqualTo(256);
  }

  private static int inEightThreads(Callable<Integer> task)
      throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      int count = 0;
      for (Future<Integer> part :
          workers.invokeAll(IntStream.range(0, 8).mapToObj(i -> task).toList())) {
        count += part.get();
      }
      return count;
    }
  }
}
