package org.gruve.pool;

/**
 * A pool and who we are there.
 *
 * @param quota as in {@link Account#quota}
 */
public record PoolAccount(PoolUrl url, String user, String password, Way way, int quota)
    implements Account {
  /** Reached directly, and worth as much as any other. */
  public PoolAccount(PoolUrl url, String user, String password) {
    this(url, user, password, Way.DIRECT, 1);
  }

  @Override
  public String name() {
    return url.hostPort();
  }

  @Override
  public Upstream open(Site site) {
    return new StratumUpstream(this, site);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
