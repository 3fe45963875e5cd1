package org.gruve.core.hash;

/**
 * The SHA-256 compression function (FIPS 180-4, 6.2.2) on 32-bit words, for what the JDK's digest
 * cannot do: stop at a midstate and go on from one.
 */
public final class Sha256 {
  private static final int[] K = new int[64];
  private static final int[] IV = new int[8];

  static {
    // FIPS 180-4, 4.2.2 and 5.3.3: fractional parts of cube and square roots of the first primes.
    int prime = 2;
    for (int i = 0; i < 64; prime++) {
      if (isPrime(prime)) {
        K[i] = RootFraction.cube(prime);
        if (i < 8) {
          IV[i] = RootFraction.square(prime);
        }
        i++;
      }
    }
  }

  private Sha256() {}

  /** A copy of the eight words before the first block. */
  public static int[] initialState() {
    return IV.clone();
  }

  /** Round constant {@code i}, 0 to 63. */
  public static int k(int i) {
    return K[i];
  }

  /**
   * Absorbs the 64 bytes of {@code block} at {@code offset} into the eight words of {@code state}.
   */
  public static void compress(int[] state, byte[] block, int offset) {
    int[] w = new int[64];
    for (int i = 0; i < 16; i++) {
      w[i] = bigEndian(block, offset + 4 * i);
    }
    expand(w);
    int[] working = afterRounds(state, w);
    for (int i = 0; i < working.length; i++) {
      state[i] += working[i];
    }
  }

  /**
   * The state after the first 64 bytes of a header: all but the end of the root, time, bits, nonce.
   */
  public static int[] midstate(byte[] header) {
    int[] state = initialState();
    compress(state, header, 0);
    return state;
  }

  /** Fills {@code w}, a block's 16 words in an array of 64, up (FIPS 180-4, 6.2.2, step 1). */
  public static void expand(int[] w) {
    for (int i = 16; i < 64; i++) {
      w[i] = smallSigma1(w[i - 2]) + w[i - 7] + smallSigma0(w[i - 15]) + w[i - 16];
    }
  }

  /**
   * The working variables a to h after as many rounds as there are words, from the eight words of
   * {@code state} (FIPS 180-4, 6.2.2, step 3).
   */
  public static int[] afterRounds(int[] state, int... words) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < words.length; i++) {
      int t1 = h + bigSigma1(e) + ((e & f) ^ (~e & g)) + K[i] + words[i];
      int t2 = bigSigma0(a) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    return new int[] {a, b, c, d, e, f, g, h};
  }

  private static int bigSigma0(int x) {
    return Integer.rotateRight(x, 2) ^ Integer.rotateRight(x, 13) ^ Integer.rotateRight(x, 22);
  }

  private static int bigSigma1(int x) {
    return Integer.rotateRight(x, 6) ^ Integer.rotateRight(x, 11) ^ Integer.rotateRight(x, 25);
  }

  private static int smallSigma0(int x) {
    return Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3);
  }

  private static int smallSigma1(int x) {
    return Integer.rotateRight(x, 17) ^ Integer.rotateRight(x, 19) ^ (x >>> 10);
  }

  private static int bigEndian(byte[] in, int at) {
    return (in[at] & 0xff) << 24
        | (in[at + 1] & 0xff) << 16
        | (in[at + 2] & 0xff) << 8
        | (in[at + 3] & 0xff);
  }

  private static boolean isPrime(int n) {
    for (int d = 2; d * d <= n; d++) {
      if (n % d == 0) {
        return false;
      }
    }
    return true;
  }
}
