package org.gruve.core.check;

import java.util.SplittableRandom;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SpotChecks;

/** How tests verify signatures: by the reference, so that chance plays no part. */
final class Signatures {
  static final SpotChecks CHECKS =
      SpotChecks.of(new BouncyCastleVerifier(), new SplittableRandom(1));

  private Signatures() {}
}
