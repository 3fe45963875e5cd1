package org.gruve.kernels.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;

class HeaderHashTest {
  private static final long SEED = 256;

  private final Program program = HeaderHash.noncePerLane();

  @Test
  void meansTheLastWordOfDoubleSha256() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      byte[] header = new byte[80];
      random.nextBytes(header);
      Hash256 hash = Sha256d.hash(header);
      assertThat(Integer.reverseBytes(evaluate(header)))
          .as("seed %d", SEED)
          .isEqualTo(hash.topWord());
    }
  }

  /** The classical count: 1176 rotations and shifts, three to each mixing function. */
  @Test
  void mixesNoMoreThanMustBe() {
    long mixed =
        program.lane().stream()
            .flatMap(let -> within(let.word()))
            .filter(Word.Mixed.class::isInstance)
            .count();
    assertThat(3 * mixed).isLessThanOrEqualTo(1176);
  }

  @Test
  void doesTheFirstRoundsAheadAndStopsAfterRound60() {
    assertThat(names(program.uniform())).contains("pe0", "pa1", "pe2", "pa2", "pw16", "pw17");
    assertThat(names(program.lane()))
        .contains("pe3", "pw18", "qe60")
        .doesNotContain("pe2", "pw17", "qa57", "qa60", "qe61", "qw61");
  }

  private int evaluate(byte[] header) {
    Evaluation evaluation = new Evaluation();
    int[] midstate = Sha256.midstate(header);
    ByteBuffer bytes = ByteBuffer.wrap(header);
    for (int i = 0; i < HeaderHash.INPUTS; i++) {
      evaluation.set(HeaderHash.input(i), i < 8 ? midstate[i] : bytes.getInt(64 + 4 * (i - 8)));
    }
    evaluation.set(HeaderHash.NONCE, Integer.reverseBytes(bytes.getInt(76)));
    return evaluation.run(program);
  }

  private static List<String> names(List<Let> lets) {
    return lets.stream().map(let -> let.name().text()).toList();
  }

  private static Stream<Word> within(Word word) {
    return Stream.concat(Stream.of(word), word.parts().stream().flatMap(HeaderHashTest::within));
  }
}
