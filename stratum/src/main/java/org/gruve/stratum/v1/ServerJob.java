package org.gruve.stratum.v1;

import java.util.List;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;

/**
 * A job as a server hands it out: the coinbase in its two parts around extranonce1 and extranonce2.
 */
public record ServerJob(
    String id,
    HeaderTemplate header,
    Bytes coinb1,
    Bytes coinb2,
    List<Hash256> branch,
    boolean clean) {}
