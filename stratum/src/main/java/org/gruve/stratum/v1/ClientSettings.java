package org.gruve.stratum.v1;

import java.util.List;
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
 * @param host the configured host, which a client.reconnect may always name
 * @param otherHosts more that it may name; one that begins with a dot stands for all below it
 */
public record ClientSettings(
    String user,
    String password,
    String userAgent,
    int versionMask,
    @Nullable Difficulty suggested,
    @Nullable String resume,
    boolean configure,
    String host,
    List<String> otherHosts) {
  private static final int MAX_USER_AGENT = 128;

  /** With no other host than the configured one. */
  public ClientSettings(
      String user,
      String password,
      String userAgent,
      int versionMask,
      @Nullable Difficulty suggested,
      @Nullable String resume,
      boolean configure,
      String host) {
    this(user, password, userAgent, versionMask, suggested, resume, configure, host, List.of());
  }

  /** Cuts the user agent to what public-pool takes, and makes it fit for others' logs. */
  public ClientSettings {
    otherHosts = List.copyOf(otherHosts);
    userAgent = PoolText.clean(userAgent, MAX_USER_AGENT);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + host;
  }
}
