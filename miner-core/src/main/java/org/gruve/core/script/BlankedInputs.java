package org.gruve.core.script;

import java.security.MessageDigest;
import java.util.List;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Sha256d;

/**
 * A transaction's beginning, up to and with its inputs, as signatures from before segregated
 * witness sign it: without scripts, but for the input that is signed.
 *
 * <p>Each signature hashes all inputs again, which is quadratic. What lies before the input that is
 * signed is the same for all signatures of later inputs, so midstates are kept along the way: this
 * halves the work. The rest follows a script and cannot be shared.
 */
final class BlankedInputs {
  private static final int SIZE = 41;
  private static final int INPUTS_PER_MIDSTATE = 64;

  private final byte[] bytes;
  private final int start;
  private final MessageDigest[] midstates;

  /**
   * Makes the bytes of all inputs.
   *
   * @param withSequences false where the other inputs may still be updated: zeros take the place of
   *     all sequences
   */
  BlankedInputs(Transaction transaction, boolean withSequences) {
    List<TxIn> inputs = transaction.inputs();
    byte[] head = head(transaction.version(), inputs.size());
    start = head.length;
    Preimage out = new Preimage(start + SIZE * inputs.size()).raw(head);
    for (TxIn input : inputs) {
      out.prevout(input).int8(0).int32(withSequences ? input.sequence() : 0);
    }
    bytes = out.toArray();
    midstates = midstates(inputs.size());
  }

  /** Version and number of inputs. */
  static byte[] head(int version, int inputs) {
    return new Preimage(9).int32(version).compactSize(inputs).toArray();
  }

  /** A digest of all that lies before an input. */
  MessageDigest before(int input) {
    int known = input / INPUTS_PER_MIDSTATE;
    MessageDigest sha256 = Sha256d.copy(midstates[known]);
    update(sha256, known * INPUTS_PER_MIDSTATE, input);
    return sha256;
  }

  /** Adds the inputs after one. */
  void updateAfter(MessageDigest sha256, int input) {
    int from = start + SIZE * (input + 1);
    sha256.update(bytes, from, bytes.length - from);
  }

  private MessageDigest[] midstates(int inputs) {
    MessageDigest[] states = new MessageDigest[inputs / INPUTS_PER_MIDSTATE + 1];
    MessageDigest sha256 = Sha256d.sha256();
    sha256.update(bytes, 0, start);
    states[0] = sha256;
    for (int i = 1; i < states.length; i++) {
      states[i] = Sha256d.copy(states[i - 1]);
      update(states[i], (i - 1) * INPUTS_PER_MIDSTATE, i * INPUTS_PER_MIDSTATE);
    }
    return states;
  }

  private void update(MessageDigest sha256, int from, int to) {
    sha256.update(bytes, start + SIZE * from, SIZE * (to - from));
  }
}
