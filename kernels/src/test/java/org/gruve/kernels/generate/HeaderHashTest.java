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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderHashTest {
  private static final long SEED = 256;

  @ParameterizedTest
  @EnumSource
  void meansTheLastWordOfDoubleSha256(Layout layout) {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      byte[] header = new byte[80];
      random.nextBytes(header);
      Hash256 hash = Sha256d.hash(header);
      assertThat(Integer.reverseBytes(evaluate(layout.program(), header)))
          .as("seed %d", SEED)
          .isEqualTo(hash.topWord());
    }
  }

  /** The classical count: 1176 rotations and shifts, three to each mixing function. */
  @Test
  void mixesNoMoreThanMustBe() {
    assertThat(3 * mixed(HeaderHash.noncePerLane().lane())).isLessThanOrEqualTo(1176);
  }

  /** The count of facts on version rolling: the whole schedule of the first hash is gone. */
  @Test
  void sharesTheFirstHashesScheduleAmongMidstates() {
    assertThat(3 * mixed(HeaderHash.midstatePerLane().lane())).isLessThanOrEqualTo(948);
  }

  @Test
  void doesTheFirstRoundsAheadAndStopsAfterRound60() {
    Program program = HeaderHash.noncePerLane();
    List<Let> ahead = program.computing(program.readByLanes(Stage::isScalar));
    assertThat(names(ahead)).contains("pe0", "pa1", "pe2", "pa2", "pw16", "pw17");
    assertThat(names(program.lane()))
        .contains("pe3", "pw18", "qe60")
        .doesNotContain("pe2", "pw17", "qa57", "qa60", "qe61", "qw61");
  }

  @Test
  void separatesWhatIsKnownOfAMidstateFromWhatIsKnownOfANonce() {
    Program program = HeaderHash.midstatePerLane();
    List<Let> midstate = program.computing(program.readByLanes(Stage.MIDSTATE::equals));
    List<Let> nonce = program.computing(program.readByLanes(Stage.NONCE::equals));
    assertThat(names(midstate)).contains("pe0", "pa1", "pe2", "pa2").doesNotContain("pw16");
    assertThat(names(nonce)).contains("reversed", "pw16", "pw61").doesNotContain("pe0");
    assertThat(names(program.lane())).contains("pe3", "qw16").doesNotContain("pe2", "pw18");
  }

  private static int evaluate(Program program, byte[] header) {
    Evaluation evaluation = new Evaluation();
    int[] midstate = Sha256.midstate(header);
    ByteBuffer bytes = ByteBuffer.wrap(header);
    for (int i = 0; i < 11; i++) {
      int word = i < 8 ? midstate[i] : bytes.getInt(64 + 4 * (i - 8));
      evaluation.set(program.inputs().get(i), word);
    }
    evaluation.set(program.inputs().get(11), Integer.reverseBytes(bytes.getInt(76)));
    return evaluation.run(program);
  }

  private static long mixed(List<Let> lets) {
    return lets.stream()
        .flatMap(let -> within(let.word()))
        .filter(Word.Mixed.class::isInstance)
        .count();
  }

  private static List<String> names(List<Let> lets) {
    return lets.stream().map(let -> let.name().text()).toList();
  }

  private static Stream<Word> within(Word word) {
    return Stream.concat(Stream.of(word), word.parts().stream().flatMap(HeaderHashTest::within));
  }
}
