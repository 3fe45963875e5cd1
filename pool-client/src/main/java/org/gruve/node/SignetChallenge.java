package org.gruve.node;

import org.gruve.core.hash.Bytes;

/**
 * What whoever makes a signet's block must prove (BIP325). A solution signs all of a header but its
 * nonce, so only a challenge that needs none can be mined as other networks are.
 */
final class SignetChallenge {
  private static final int OP_1 = 0x51;
  private static final int OP_16 = 0x60;
  private static final int LONGEST_PUSH = 0x4b;
  private static final int NEGATIVE_ZERO = 0x80;

  private SignetChallenge() {}

  /** Refuses a challenge that somebody has to sign for. */
  static void requireTrivial(Bytes challenge) {
    if (!isTrivial(challenge)) {
      throw TemplateException.hopeless(
          "this signet's blocks must be signed (its challenge is "
              + shown(challenge)
              + "), and each signature is for one time and one coinbase; only a signet whose"
              + " challenge is true by itself, such as 51, can be mined here");
    }
  }

  /** OP_1 to OP_16 alone, or one push of something that is true. */
  static boolean isTrivial(Bytes challenge) {
    if (challenge.size() == 0) {
      return false;
    }
    int first = challenge.at(0);
    if (challenge.size() == 1) {
      return first >= OP_1 && first <= OP_16;
    }
    return first <= LONGEST_PUSH && first == challenge.size() - 1 && isTrue(challenge);
  }

  /** Any bit counts, but for the sign of a zero. */
  private static boolean isTrue(Bytes challenge) {
    int last = challenge.size() - 1;
    for (int i = 1; i < last; i++) {
      if (challenge.at(i) != 0) {
        return true;
      }
    }
    return challenge.at(last) != 0 && challenge.at(last) != NEGATIVE_ZERO;
  }

  private static String shown(Bytes challenge) {
    String hex = challenge.hex();
    return hex.length() <= 16 ? hex : hex.substring(0, 16) + "...";
  }
}
