package org.gruve.core.work;

import org.gruve.core.block.Target;

/**
 * All that is needed to build any header of a job and to bring its shares home. Complete and
 * immutable; Stratum V1, Stratum V2 and getblocktemplate all end in it.
 *
 * @param id the pool's name for it, for people and logs
 * @param versionMask the version bits that may be rolled; those already set in the job's version
 *     are left alone
 * @param shareTarget what a share must meet; never changes for a job
 * @param clean whether earlier jobs of the same origin are void
 */
public record Job(
    String id,
    HeaderTemplate header,
    MerkleSource merkle,
    int versionMask,
    Target shareTarget,
    boolean clean,
    JobOrigin origin) {}
