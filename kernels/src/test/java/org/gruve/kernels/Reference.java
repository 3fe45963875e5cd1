package org.gruve.kernels;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/** The JDK's SHA-256 on the serialised header: an oracle that is not ours. */
final class Reference {
  private Reference() {}

  /** The top 32 bits of the hash as a number: its last four bytes, little-endian. */
  static int topWord(Candidate point) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(sha256.digest(point.header().bytes()));
      return (hash[31] & 0xff) << 24
          | (hash[30] & 0xff) << 16
          | (hash[29] & 0xff) << 8
          | (hash[28] & 0xff);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** All points of a work that hit. */
  static Set<Candidate> hits(Work work) {
    long greatest = Integer.toUnsignedLong(work.job().shareTarget().topWord());
    Set<Candidate> hits = new HashSet<>();
    for (int i = 0; i < work.versions().count(); i++) {
      for (long n = 0; n < work.nonces(); n++) {
        int version = work.versions().version(i);
        var point = new Candidate(work, version, (int) (work.firstNonce() + n));
        if (Integer.toUnsignedLong(topWord(point)) <= greatest) {
          hits.add(point);
        }
      }
    }
    return hits;
  }
}
