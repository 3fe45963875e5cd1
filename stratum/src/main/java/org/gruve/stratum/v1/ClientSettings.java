package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;

/**
 * What a client session says of itself.
 *
 * @param versionMask the mask to ask for, 0 to ask for none
 * @param suggested the difficulty to ask for, or null
 * @param resume the session id of the connection before, or null
 * @param configure whether to send the optional extension requests, mining.configure and
 *     mining.extranonce.subscribe (false for a pool known to close on them)
 * @param host the configured host, the only one that a client.reconnect may name
 */
public record ClientSettings(
    String user,
    String password,
    String userAgent,
    int versionMask,
    @Nullable Difficulty suggested,
    @Nullable String resume,
    boolean configure,
    String host) {
  private static final int MAX_USER_AGENT = 128;

  /** Cuts the user agent to what public-pool takes, and makes it fit for others' logs. */
  public ClientSettings {
    userAgent = PoolText.clean(userAgent, MAX_USER_AGENT);
  }
}
