package org.gruve.stratum.v1;

import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;

/**
 * A share whose form is right: known job, known user, right lengths, bits inside the mask, not seen
 * before. Whether its hash meets the target is still to be judged. {@code version} is the whole
 * header version; {@code target} is the one that was in force when the job was sent.
 */
public record SubmittedShare(
    ServerJob job,
    String user,
    Bytes extranonce1,
    Bytes extranonce2,
    int version,
    int time,
    int nonce,
    Target target) {}
