package org.gruve.stratum.v1;

import org.gruve.core.hash.Bytes;

/**
 * What a server session grants.
 *
 * @param extranonce1 this connection's own, never shared
 * @param versionMask bits that may be rolled when asked for, 0 for none
 */
public record ServerSettings(
    String sessionId, Bytes extranonce1, int extranonce2Size, int versionMask) {}
