package org.gruve.kernels.generate;

import java.util.Arrays;
import org.gruve.core.hash.Sha256;

/** The SHA-256 compression function of FIPS 180-4, 6.2.2, written down on a tape. */
final class Compression {
  private final Tape tape;
  private final String prefix;
  private final int firstRound;
  private final Word[] schedule;

  /** {@code firstRound} is what its round 0 is called on the tape; {@code block} has 16 words. */
  Compression(Tape tape, String prefix, int firstRound, Word[] block) {
    this.tape = tape;
    this.prefix = prefix;
    this.firstRound = firstRound;
    this.schedule = Arrays.copyOf(block, 64);
  }

  /** The working variables a to h after the first {@code rounds} rounds. */
  Word[] after(int rounds, Word[] start) {
    Word[] state = start;
    for (int t = 0; t < rounds; t++) {
      tape.round(firstRound + t);
      state = round(t, state);
    }
    return state;
  }

  private Word[] round(int t, Word[] s) {
    Word k = new Word.Constant(Sha256.k(t));
    Word choice = tape.bitwise(Ternary.CHOOSE, s[4], s[5], s[6]);
    Word majority = tape.bitwise(Ternary.MAJORITY, s[0], s[1], s[2]);
    Word t1 = tape.sum(s[7], k, word(t), choice, tape.mix(Sigma.BIG_1, s[4]));
    t1 = tape.letUnlessTrivial(prefix + "t" + t, t1);
    Word e = tape.let(prefix + "e" + t, tape.sum(s[3], t1));
    Word a = tape.let(prefix + "a" + t, tape.sum(majority, tape.mix(Sigma.BIG_0, s[0]), t1));
    return new Word[] {a, s[0], s[1], s[2], e, s[4], s[5], s[6]};
  }

  private Word word(int t) {
    if (t >= 16) {
      Word late = tape.mix(Sigma.SMALL_1, schedule[t - 2]);
      Word early = tape.mix(Sigma.SMALL_0, schedule[t - 15]);
      Word sum = tape.sum(schedule[t - 16], early, schedule[t - 7], late);
      schedule[t] = tape.let(prefix + "w" + t, sum);
    }
    return schedule[t];
  }
}
