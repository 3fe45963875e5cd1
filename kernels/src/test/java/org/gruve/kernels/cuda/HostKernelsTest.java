package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256;
import org.gruve.kernels.header.HeaderWords;
import org.gruve.kernels.header.NoncePrologue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kernels' text, compiled as host C++ with all that can be multiplied. */
@Tag(StandIn.TAG)
class HostKernelsTest {
  private static final long SEED = Long.getLong("gruve.seed", 20090103L);
  private static final int HEADERS = 10_000;
  private static final int BLOCK = 16;
  private static final int TAIL = 3;
  private static final int TAIL_AT = 8;

  private final Random random = new Random(SEED);
  private StandIn standIn;

  @BeforeEach
  void load() {
    standIn = StandIn.assumed();
  }

  @Test
  void hashNoncesAsTheReferenceDoes() {
    for (int i = 0; i < HEADERS; i++) {
      BlockHeader header = header();
      int[] start = Arrays.copyOf(Sha256.midstate(header.bytes()), HeaderWords.NONCE + 1);
      System.arraycopy(words(header), BLOCK, start, TAIL_AT, TAIL);
      int[] work = new int[NoncePrologue.WORDS];
      NoncePrologue.into(start, work, 0, 1);
      assertTopWord(standIn.hashOfNonce(work, header.nonce()), header);
    }
  }

  @Test
  void hashVersionsAsTheReferenceDoes() {
    for (int i = 0; i < HEADERS; i++) {
      BlockHeader header = header();
      int[] block = Arrays.copyOf(words(header), BLOCK);
      int[] tail = Arrays.copyOfRange(words(header), BLOCK, BLOCK + TAIL);
      assertTopWord(standIn.hashOfVersion(block, tail, header.nonce()), header);
    }
  }

  private static int[] words(BlockHeader header) {
    int[] words = new int[BlockHeader.SIZE / Integer.BYTES];
    ByteBuffer.wrap(header.bytes()).asIntBuffer().get(words);
    return words;
  }

  private static void assertTopWord(int last, BlockHeader header) {
    assertThat(Integer.reverseBytes(last))
        .as("%s, seed %d", header, SEED)
        .isEqualTo(header.hash().topWord());
  }

  private BlockHeader header() {
    return new BlockHeader(
        random.nextInt(), hash(), hash(), random.nextInt(), random.nextInt(), random.nextInt());
  }

  private Hash256 hash() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Hash256.of(bytes);
  }
}
