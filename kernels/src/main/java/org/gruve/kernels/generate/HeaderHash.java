package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gruve.core.hash.Sha256;

/**
 * Double SHA-256 of an 80-byte header, from the midstate of its first 64 bytes to the last word of
 * the hash, whose bytes are the top of the number that is compared with a target.
 */
final class HeaderHash {
  /** The last word of the hash is what register e holds after round 60, plus its start value. */
  private static final int ROUNDS_TO_LAST_WORD = 61;

  private static final int MIDSTATE = 8;
  private static final int TAIL = 3;

  private HeaderHash() {}

  /** The layout in which a lane is a nonce and all else is the same for all lanes. */
  static Program noncePerLane() {
    return program(Stage.WORK, Stage.HASH);
  }

  /**
   * The layout in which a lane is a midstate, that of one version, and the nonce is the same for
   * all lanes, and so is the whole schedule of the first hash.
   */
  static Program midstatePerLane() {
    return program(Stage.MIDSTATE, Stage.NONCE);
  }

  /** The nonce is given as it is counted, not as it is hashed. */
  private static Program program(Stage ofMidstate, Stage ofNonce) {
    List<Word.Name> inputs = new ArrayList<>();
    for (int i = 0; i < MIDSTATE + TAIL; i++) {
      inputs.add(new Word.Name("in" + i, i < MIDSTATE ? ofMidstate : Stage.WORK));
    }
    Word.Name nonce = new Word.Name("nonce", ofNonce);
    Tape tape = new Tape();
    List<Word> tail = new ArrayList<>(inputs.subList(MIDSTATE, inputs.size()));
    tail.add(tape.let("reversed", new Word.Reversed(nonce)));
    Word[] midstate = inputs.subList(0, MIDSTATE).toArray(Word[]::new);
    inputs.add(nonce);
    return Program.of(
        List.copyOf(inputs), tape, lastWord(tape, midstate, tail.toArray(Word[]::new)));
  }

  private static Word.Name lastWord(Tape tape, Word[] midstate, Word[] tail) {
    Word[] state = new Compression(tape, "p", 0, padded(tail, 640)).after(64, midstate);
    Word[] digest = new Word[8];
    for (int i = 0; i < 8; i++) {
      digest[i] = tape.let("digest" + i, tape.sum(state[i], midstate[i]));
    }
    Word[] start = new Word[8];
    Arrays.setAll(start, i -> new Word.Constant(Sha256.initialState()[i]));
    Word[] end =
        new Compression(tape, "q", 64, padded(digest, 256)).after(ROUNDS_TO_LAST_WORD, start);
    return (Word.Name) tape.let("last", tape.sum(end[4], start[7]));
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
