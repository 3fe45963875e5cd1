package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gruve.core.hash.Sha256;
import org.gruve.core.hash.Sha256d;
import org.gruve.kernels.header.TopWord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layout in which a lane is a midstate, for every number of versions about which it matters.
 */
class RolledScanTest {
  private static final long SEED = Long.getLong("gruve.seed", 320);
  private static final int[] COUNTS = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 511, 512};

  private final Random random = new Random(SEED);

  static Stream<CpuKernel> kernels() {
    return Stream.of(
            MachineKernels.sha(),
            MachineKernels.wide(),
            VectorKernels.ofWidth(512),
            VectorKernels.ofWidth(256),
            VectorKernels.ofWidth(128),
            CpuKernels.scalar())
        .filter(CpuKernel::isAvailable);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void hashesAsManyVersionsAsThereAreAndNoMore(CpuKernel kernel) {
    Scanner scanner = kernel.scanner();
    TopWord half = new TopWord(0x7fff_ffff, Integer.reverseBytes(1 << 31));
    for (int count : COUNTS) {
      List<byte[]> headers = headers(count);
      scanner.rolled().begin(count);
      for (int i = 0; i < count; i++) {
        scanner.rolled().version(i, words(headers.get(i)));
      }
      int nonce = random.nextInt();
      List<Integer> found = new ArrayList<>();
      scanner.rolled().scan(nonce, half, found::add);
      assertThat(found)
          .as("%s, %d versions, seed %d", kernel, count, SEED)
          .containsExactlyElementsOf(hits(headers, nonce));
    }
  }

  /** They differ in their first blocks only. */
  private List<byte[]> headers(int count) {
    byte[] first = new byte[80];
    random.nextBytes(first);
    return IntStream.range(0, count)
        .mapToObj(i -> ByteBuffer.wrap(first.clone()).putInt(0, i).array())
        .toList();
  }

  private static int[] words(byte[] header) {
    int[] words = new int[12];
    System.arraycopy(Sha256.midstate(header), 0, words, 0, 8);
    for (int i = 8; i < 11; i++) {
      words[i] = ByteBuffer.wrap(header).getInt(32 + 4 * i);
    }
    return words;
  }

  private static List<Integer> hits(List<byte[]> headers, int nonce) {
    return IntStream.range(0, headers.size())
        .filter(i -> Sha256d.hash(with(headers.get(i), nonce)).topWord() >= 0)
        .boxed()
        .toList();
  }

  private static byte[] with(byte[] header, int nonce) {
    return ByteBuffer.wrap(header.clone()).putInt(76, Integer.reverseBytes(nonce)).array();
  }
}
