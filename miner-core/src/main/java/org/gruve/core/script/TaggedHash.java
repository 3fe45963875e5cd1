package org.gruve.core.script;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import org.gruve.core.hash.Sha256d;

/** SHA-256 with a tag hashed before, so that hashes for one end never serve another (BIP340). */
final class TaggedHash {
  private final MessageDigest tagged;

  TaggedHash(String tag) {
    byte[] hash = Sha256d.sha256().digest(tag.getBytes(US_ASCII));
    tagged = Sha256d.sha256();
    tagged.update(hash);
    tagged.update(hash);
  }

  /** The hash of the parts, one after the other. */
  byte[] hash(byte[]... parts) {
    MessageDigest sha256 = Sha256d.copy(tagged);
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return sha256.digest();
  }
}
