package org.gruve.pool;

/** A pool and who we are there. */
public record PoolAccount(PoolUrl url, String user, String password) {
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
