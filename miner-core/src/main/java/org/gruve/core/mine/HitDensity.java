package org.gruve.core.mine;

import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.work.Job;

/**
 * How rare the hits of a job are.
 *
 * @param hashesPerHit mean hashes to a hit, as a device counts them: it compares the top words only
 * @param hashesPerBlock mean hashes to a block of the job's network; infinite where its nBits are
 *     invalid
 */
record HitDensity(double hashesPerHit, double hashesPerBlock) {
  static HitDensity of(Job job) {
    return new HitDensity(
        hashesPerHit(job.shareTarget()),
        CompactBits.target(job.header().nbits())
            .map(HitDensity::hashesPerHit)
            .orElse(Double.POSITIVE_INFINITY));
  }

  static double hashesPerHit(Target target) {
    return 0x1p32 / (1.0 + Integer.toUnsignedLong(target.topWord()));
  }
}
