package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.gruve.core.TestData;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every device must do; a new one adds a subclass that says how it is opened. */
public abstract class AbstractDeviceTest {
  private static final long SEED = Long.getLong("gruve.seed", 20090103L);
  private static final int ROLLED = 0x1fffe000;

  private final Random random = new Random(SEED);
  private Device device;

  /** Opens the device under test, with two workers where it can have more than one. */
  protected abstract Device open();

  @BeforeEach
  void openDevice() {
    device = open();
  }

  @AfterEach
  void closeDevice() {
    device.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headers/mainnet_0_10236.bin",
        "headers/mainnet_40000_49999.bin",
        "headers/mainnet_822528_830592.bin"
      })
  void findsTheNoncesOfRealHeaders(String file) {
    byte[] headers = TestData.bytes(file);
    for (int at = 0; at < headers.length; at += 83 * BlockHeader.SIZE) {
      BlockHeader header = BlockHeader.parse(headers, at);
      NonceRange range = NonceRange.around(header.nonce(), 2 + random.nextInt(60));
      Work work = Windows.of(header, Target.DIFFICULTY_1, range.first(), range.count());
      assertThat(searchAndCompare(work, 1 << 16))
          .contains(new Candidate(work, header.version(), header.nonce()));
    }
  }

  @Test
  void findsTheReferencesHitsInRandomWindows() {
    for (int i = 0; i < 60; i++) {
      BlockHeader header = Windows.header(random);
      long first = Integer.toUnsignedLong(random.nextInt());
      long count = Math.min(1 + random.nextInt(300), (1L << 32) - first);
      Target target = Windows.topWord(0xffff_ffffL >>> random.nextInt(9));
      searchAndCompare(Windows.of(header, target, first, count), 1 + random.nextInt(200));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 15, 0x7fff_fff0L, 0xffff_ff00L})
  void reportsEveryNonceOnceWhereAllHit(long first) {
    for (int count = 1; count <= 70; count++) {
      List<Candidate> found =
          search(Windows.of(Windows.header(random), Windows.anything(), first, count), 24);
      assertThat(found)
          .as("%d from %x, seed %d", count, first, SEED)
          .extracting(hit -> Integer.toUnsignedLong(hit.nonce()))
          .containsExactlyInAnyOrderElementsOf(
              LongStream.range(first, first + count).boxed().toList());
    }
  }

  @Test
  void findsTheLastNonceAndNeverGoesRound() {
    for (int count = 1; count <= 40; count++) {
      long first = (1L << 32) - count;
      List<Candidate> found =
          search(Windows.of(Windows.header(random), Windows.anything(), first, count), 1 << 20);
      assertThat(found).as("the last %d", count).hasSize(count);
      assertThat(found).extracting(Candidate::nonce).contains(-1, (int) first);
    }
  }

  @Test
  void comparesTheTopWordExactly() {
    BlockHeader header = Windows.header(random);
    for (int lane = 0; lane < 64; lane++) {
      Candidate point = new Candidate(window(header, 0), header.version(), lane);
      long top = Integer.toUnsignedLong(point.header().hash().topWord());
      Work at = window(header, top);
      Work below = window(header, top - 1);
      assertThat(searchAndCompare(at, 64)).extracting(Candidate::nonce).contains(lane);
      assertThat(searchAndCompare(below, 64)).extracting(Candidate::nonce).doesNotContain(lane);
    }
  }

  @Test
  void walksAllVersionsOfASlice() {
    BlockHeader header = Windows.header(random);
    for (int mask : new int[] {ROLLED, 0x80000001, 0x00a02000, -1}) {
      int base = header.version() & ~mask;
      int first = random.nextInt((int) Math.min(1 << 12, VersionSlice.subsets(mask)) - 2);
      var versions = new VersionSlice(base, mask, first, Integer.bitCount(mask) < 3 ? 2 : 3);
      var range = new NonceRange(Integer.toUnsignedLong(random.nextInt()) >>> 1, 37);
      Work work = SelfTestCase.work(header, versions, Windows.topWord(0x3fff_ffffL), range);
      searchAndCompare(work, 50);
      searchAndCompare(work, 1 << 16);
    }
  }

  /** At a real target, where next to no hash passes the first test. */
  @Test
  void findsTheNoncesOfRealHeadersAmongManyVersions() {
    for (BlockHeader header : RealHeaders.all().subList(0, 5)) {
      VersionSlice versions = Layout.VERSION_ROLLED.around(header.version(), 128);
      Work work =
          SelfTestCase.work(
              header, versions, Target.DIFFICULTY_1, NonceRange.around(header.nonce(), 3));
      assertThat(searchAndCompare(work, 100))
          .contains(new Candidate(work, header.version(), header.nonce()));
    }
  }

  /** Full groups of lanes, one more or less, and more versions than any device takes at once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 63, 64, 65, 79, 128, 511, 1100})
  void walksAsManyVersionsAsThereAre(int count) {
    BlockHeader header = Windows.header(random);
    for (int mask : new int[] {ROLLED, 0xa5a5_5a5a}) {
      int first = random.nextInt((int) Math.min(1 << 12, VersionSlice.subsets(mask) - count));
      var versions = new VersionSlice(header.version() & ~mask, mask, first, count);
      var range = new NonceRange(Integer.toUnsignedLong(random.nextInt()) >>> 1, 3);
      Work work = SelfTestCase.work(header, versions, Windows.topWord(0x3fff_ffffL), range);
      searchAndCompare(work, 1 + random.nextInt(2 * count));
    }
  }

  /** More nonces than a group of a small GPU has room for in its memory at once. */
  @Test
  void walksManyNoncesOfManyVersions() {
    BlockHeader header = Windows.header(random);
    var versions = new VersionSlice(header.version() & ~ROLLED, ROLLED, 7, 256);
    var range = new NonceRange(Integer.toUnsignedLong(random.nextInt()) >>> 1, 1200);
    Work work = SelfTestCase.work(header, versions, Windows.topWord(0x00ff_ffffL), range);
    searchAndCompare(work, 1 << 20);
  }

  @Test
  void endsWithTheWork() {
    Work work = Windows.of(Windows.header(random), Windows.anything(), 5, 77);
    try (Searcher searcher = device.searcher(0)) {
      searcher.begin(work);
      assertThat(searcher.enqueue(1 << 20)).isEqualTo(77);
      assertThat(Batch.of(searcher).hashes()).isEqualTo(77);
      assertThat(searcher.enqueue(1 << 20)).isZero();
    }
  }

  @Test
  void returnsABatchInFlightAfterTheNextWorkBegan() {
    Work early = Windows.of(Windows.header(random), Windows.anything(), 0, 100);
    Work late = Windows.of(Windows.header(random), Windows.anything(), 7, 100);
    try (Searcher searcher = device.searcher(0)) {
      searcher.begin(early);
      searcher.enqueue(100);
      searcher.begin(late);
      Batch first = Batch.of(searcher);
      assertThat(first.work()).isSameAs(early);
      assertThat(first.candidates()).hasSize(100).allMatch(hit -> hit.work() == early);
      searcher.enqueue(100);
      Batch second = Batch.of(searcher);
      assertThat(second.work()).isSameAs(late);
      assertThat(second.candidates()).hasSize(100).allMatch(hit -> hit.work() == late);
    }
  }

  @Test
  void takesFieldsAtTheirExtremes() {
    byte[] ones = new byte[32];
    Arrays.fill(ones, (byte) -1);
    for (int word : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      for (Hash256 hash : List.of(Hash256.ZERO, Hash256.of(ones))) {
        BlockHeader header = new BlockHeader(word, hash, hash, word, word, 0);
        searchAndCompare(Windows.of(header, Windows.topWord(0x1fff_ffffL), 0, 100), 64);
      }
    }
  }

  @Test
  void keepsItsWorkersApart() {
    Work[] works = new Work[device.workers()];
    List<Searcher> searchers = new ArrayList<>();
    for (int i = 0; i < works.length; i++) {
      works[i] = Windows.of(Windows.header(random), Windows.topWord(0x7fff_ffffL), i, 90);
      searchers.add(device.searcher(i));
      searchers.get(i).begin(works[i]);
    }
    searchers.forEach(searcher -> searcher.enqueue(90));
    for (int i = 0; i < works.length; i++) {
      assertThat(Batch.of(searchers.get(i)).candidates())
          .containsExactlyInAnyOrderElementsOf(ReferenceDevice.hits(works[i], 0, 90));
    }
    searchers.forEach(Searcher::close);
  }

  private static Work window(BlockHeader header, long topWord) {
    return Windows.of(header, Windows.topWord(Math.max(0, topWord)), 0, 64);
  }

  /** Searches a whole work; its hits must be the reference's, each once. */
  private List<Candidate> searchAndCompare(Work work, int batch) {
    List<Candidate> found = search(work, batch);
    assertThat(found)
        .as("%s, seed %d", work, SEED)
        .containsExactlyInAnyOrderElementsOf(ReferenceDevice.hits(work, 0, work.hashes()));
    return found;
  }

  private List<Candidate> search(Work work, int batch) {
    List<Candidate> found = new ArrayList<>();
    long hashes = 0;
    try (Searcher searcher = device.searcher(0)) {
      searcher.begin(work);
      for (long size = searcher.enqueue(batch); size > 0; size = searcher.enqueue(batch)) {
        Batch done = Batch.of(searcher);
        assertThat(done.hashes()).isEqualTo(size);
        found.addAll(done.candidates());
        hashes += size;
      }
    }
    assertThat(hashes).as("hashes of %s", work).isEqualTo(work.hashes());
    return found;
  }
}
