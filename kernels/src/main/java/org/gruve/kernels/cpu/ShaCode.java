package org.gruve.kernels.cpu;

import static org.gruve.kernels.x86.Register.RAX;
import static org.gruve.kernels.x86.Register.RCX;
import static org.gruve.kernels.x86.Register.RDI;
import static org.gruve.kernels.x86.Register.RDX;
import static org.gruve.kernels.x86.Register.RSI;

import org.gruve.kernels.x86.Assembler;
import org.gruve.kernels.x86.Memory;

/**
 * Double SHA-256 with the processor's own SHA instructions, which neither Java nor its Vector API
 * has: so it is written as machine code. An instruction for two rounds takes four cycles, but where
 * four hashes take turns a new one can begin in each.
 *
 * <p>RDI points to what {@link ShaContext} describes, RSI to states, RDX to where the last words
 * go, RCX counts groups of four hashes; RAX is not zero where a last word passed.
 */
final class ShaCode {
  /** Hashes to a group. */
  static final int STREAMS = 4;

  private static final int SUM = 0; // the processor's choice, for word + constant
  private static final int FIRST_WORDS = 9;
  private static final int TEMPORARY = 14;
  private static final int PASSED = 15;
  private static final int UPPER_HALF = 0b1110;
  private static final int REVERSED = 0b00_01_10_11;
  private static final int ALL_OF_LANE_3 = 0b11_11_11_11;
  private static final int QUADS = 16;

  private final Assembler code = new Assembler();
  private final int state;

  // Which register holds each stream's newest four words, and which one is free for the next.
  private final int[] words = new int[STREAMS];
  private int spare;

  private ShaCode(int state) {
    this.state = state;
    forgetWords();
  }

  /** The layout in which a hash is a midstate; each has a state of its own. */
  static byte[] rolled() {
    ShaCode kernel = new ShaCode(ShaContext.STATE);
    return kernel.loop(kernel::firstHashOfMidstates);
  }

  /** The layout in which a hash is a nonce; there is one state. */
  static byte[] nonces() {
    ShaCode kernel = new ShaCode(0);
    return kernel.loop(kernel::firstHashOfNonces);
  }

  /** A block's constant words: their first four words' number, and where they stand. */
  private record Padding(int first, int offset) {}

  private byte[] loop(Runnable firstHash) {
    code.zeroUpper();
    code.xor(PASSED, PASSED, PASSED);
    int start = code.here();
    firstHash.run();
    digests();
    secondHash();
    test();
    code.add(RSI, STREAMS * state);
    code.add(RDX, STREAMS * Integer.BYTES);
    code.decrement(RCX);
    code.loopWhileNotZero(start);
    code.signs(RAX, PASSED);
    code.end();
    return code.bytes();
  }

  /** From round 4 on: the states already stand after round 3, but for the nonce. */
  private void firstHashOfMidstates() {
    code.load(TEMPORARY, RDI.at(ShaContext.NONCE));
    for (int s = 0; s < STREAMS; s++) {
      code.add(abef(s), TEMPORARY, RSI.at(s * state));
      code.load(cdgh(s), RSI.at(s * state + 16));
    }
    for (int quad = 1; quad < QUADS; quad++) {
      commonRounds(ShaContext.SUMS + 16 * quad);
    }
  }

  private void firstHashOfNonces() {
    nextNonces();
    for (int s = 0; s < STREAMS; s++) {
      code.load(spare, RDI.at(ShaContext.TAIL));
      code.insert(spare, spare, RDI.at(ShaContext.NONCE + 4 * s), 3);
      code.store(row(s, 0), spare);
      code.shuffle(TEMPORARY, spare, ALL_OF_LANE_3);
      code.and(TEMPORARY, TEMPORARY, RDI.at(ShaContext.LANES_1_3));
      code.add(abef(s), TEMPORARY, RSI.at(0));
      code.load(cdgh(s), RSI.at(16));
    }
    for (int quad = 1; quad < 4; quad++) {
      commonRounds(ShaContext.SUMS + 16 * quad);
    }
    scheduledRounds(new Padding(1, ShaContext.PADDING_640), 64);
  }

  private void nextNonces() {
    code.load(spare, RDI.at(ShaContext.COUNTER));
    code.shuffleBytes(TEMPORARY, spare, RDI.at(ShaContext.BYTE_ORDER));
    code.store(RDI.at(ShaContext.NONCE), TEMPORARY);
    code.add(spare, spare, RDI.at(ShaContext.STEP));
    code.store(RDI.at(ShaContext.COUNTER), spare);
  }

  /** Adds the midstates; the sums are the first eight words of the second hash. */
  private void digests() {
    for (int s = 0; s < STREAMS; s++) {
      code.add(abef(s), abef(s), RSI.at(s * state + 32));
      code.add(cdgh(s), cdgh(s), RSI.at(s * state + 48));
      code.shuffle(spare, abef(s), REVERSED);
      code.shuffle(TEMPORARY, cdgh(s), REVERSED);
      code.lowHalves(abef(s), spare, TEMPORARY);
      code.highHalves(cdgh(s), spare, TEMPORARY);
      code.store(row(s, 0), abef(s));
      code.store(row(s, 1), cdgh(s));
    }
  }

  /** Up to round 61; what the one before it leaves in e is the last word, but for its start. */
  private void secondHash() {
    forgetWords();
    for (int s = 0; s < STREAMS; s++) {
      code.add(SUM, abef(s), RDI.at(ShaContext.CONSTANTS));
      code.move(words[s], cdgh(s));
      code.load(abef(s), RDI.at(ShaContext.START));
      code.load(cdgh(s), RDI.at(ShaContext.START + 16));
      fourRounds(s);
    }
    for (int s = 0; s < STREAMS; s++) {
      code.add(SUM, words[s], RDI.at(ShaContext.CONSTANTS + 16));
      fourRounds(s);
    }
    commonRounds(ShaContext.LATE_SUMS);
    commonRounds(ShaContext.LATE_SUMS + 16);
    scheduledRounds(new Padding(2, ShaContext.PADDING_256), 62);
  }

  /** Four rounds with the same words for all streams. */
  private void commonRounds(int sums) {
    code.load(SUM, RDI.at(sums));
    for (int s = 0; s < STREAMS; s++) {
      code.sha256rnds2(cdgh(s), abef(s));
    }
    code.load(SUM, RDI.at(sums + 8));
    for (int s = 0; s < STREAMS; s++) {
      code.sha256rnds2(abef(s), cdgh(s));
    }
  }

  private void scheduledRounds(Padding padding, int rounds) {
    forgetWords();
    for (int s = 0; s < STREAMS; s++) {
      code.load(words[s], words(padding, s, 3));
    }
    for (int quad = 4; quad < QUADS; quad++) {
      for (int s = 0; s < STREAMS; s++) {
        schedule(padding, s, quad);
      }
      for (int s = 0; s < STREAMS; s++) {
        code.add(SUM, words[s], RDI.at(ShaContext.CONSTANTS + 16 * quad));
        if (4 * quad + 2 < rounds) {
          fourRounds(s);
        } else {
          code.sha256rnds2(cdgh(s), abef(s));
        }
      }
    }
  }

  private void fourRounds(int s) {
    code.sha256rnds2(cdgh(s), abef(s));
    code.shuffle(SUM, SUM, UPPER_HALF);
    code.sha256rnds2(abef(s), cdgh(s));
  }

  /**
   * Four more words of a stream's schedule (FIPS 180-4, 6.2.2). What constant words would add as
   * zeros is left out.
   */
  private void schedule(Padding padding, int s, int quad) {
    code.load(spare, words(padding, s, quad - 4));
    if (quad - 4 < padding.first || quad > 6) {
      code.sha256msg1(spare, words(padding, s, quad - 3));
    }
    if (quad > 4) {
      code.shiftLanes(TEMPORARY, words[s], words(padding, s, quad - 2));
      code.add(spare, spare, TEMPORARY);
    }
    code.sha256msg2(spare, words[s]);
    int used = words[s];
    words[s] = spare;
    spare = used;
    if (quad < QUADS - 2) {
      code.store(row(s, quad), words[s]);
    }
  }

  private Memory words(Padding padding, int s, int quad) {
    return quad >= padding.first && quad < 4 ? RDI.at(padding.offset + 16 * quad) : row(s, quad);
  }

  private void forgetWords() {
    for (int s = 0; s < STREAMS; s++) {
      words[s] = FIRST_WORDS + s;
    }
    spare = FIRST_WORDS + STREAMS;
  }

  private void test() {
    int low = FIRST_WORDS;
    int high = FIRST_WORDS + 1;
    code.interleaveLow(low, cdgh(0), cdgh(1));
    code.interleaveLow(high, cdgh(2), cdgh(3));
    code.lowHalves(low, low, high);
    code.add(low, low, RDI.at(ShaContext.START_OF_LAST));
    code.store(RDX.at(0), low);
    code.and(low, low, RDI.at(ShaContext.ZEROS));
    code.equal(low, low, RDI.at(ShaContext.NOTHING));
    code.or(PASSED, PASSED, low);
  }

  private static int abef(int s) {
    return 1 + 2 * s;
  }

  private static int cdgh(int s) {
    return 2 + 2 * s;
  }

  private static Memory row(int s, int quad) {
    return RDI.at(ShaContext.ROWS + 16 * (QUADS * s + quad));
  }
}
