package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * What a client session says of itself.
 *
 * @param versionMask the mask to ask for, 0 to ask for none
 * @param suggested the difficulty to ask for, or null
 * @param resume the session id of the connection before, or null
 * @param configure whether to begin with mining.configure (false for a pool known to close on it)
 */
public record ClientSettings(
    String user,
    String password,
    String userAgent,
    int versionMask,
    @Nullable Difficulty suggested,
    @Nullable String resume,
    boolean configure) {}
