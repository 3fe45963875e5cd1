package org.gruve.kernels.generate;

import java.util.Arrays;
import org.gruve.core.hash.Sha256;

/**
 * Double SHA-256 of an 80-byte header, from the midstate of its first 64 bytes to the last word of
 * the hash, whose bytes are the top of the number that is compared with a target.
 */
final class HeaderHash {
  /** Names of the uniform inputs: the midstate, then the end of the root, the time, the bits. */
  static final int INPUTS = 11;

  static final Word.Name NONCE = new Word.Name("nonce", Stage.LANE);

  /** The last word of the hash is what register e holds after round 60, plus its start value. */
  private static final int ROUNDS_TO_LAST_WORD = 61;

  private HeaderHash() {}

  static Word.Name input(int i) {
    return new Word.Name("in" + i, Stage.UNIFORM);
  }

  /** The layout in which a lane is a nonce and all else is the same for all lanes. */
  static Program noncePerLane() {
    Word[] midstate = new Word[8];
    Arrays.setAll(midstate, HeaderHash::input);
    Tape tape = new Tape();
    Word nonce = tape.let("reversed", new Word.Reversed(NONCE));
    return lastWord(tape, midstate, new Word[] {input(8), input(9), input(10), nonce});
  }

  private static Program lastWord(Tape tape, Word[] midstate, Word[] tail) {
    Word[] state = new Compression(tape, "p", 0, padded(tail, 640)).after(64, midstate);
    Word[] digest = new Word[8];
    for (int i = 0; i < 8; i++) {
      digest[i] = tape.let("digest" + i, tape.sum(state[i], midstate[i]));
    }
    Word[] start = new Word[8];
    Arrays.setAll(start, i -> new Word.Constant(Sha256.initialState()[i]));
    Word[] end =
        new Compression(tape, "q", 64, padded(digest, 256)).after(ROUNDS_TO_LAST_WORD, start);
    return Program.of(tape, (Word.Name) tape.let("last", tape.sum(end[4], start[7])));
  }

  /** FIPS 180-4, 5.1.1: a bit 1, zeros, and the length in bits. */
  private static Word[] padded(Word[] words, int bits) {
    Word[] block = Arrays.copyOf(words, 16);
    Arrays.fill(block, words.length, 16, Word.Constant.ZERO);
    block[words.length] = new Word.Constant(1 << 31);
    block[15] = new Word.Constant(bits);
    return block;
  }
}
