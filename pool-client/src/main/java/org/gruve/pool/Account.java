package org.gruve.pool;

/** A place to mine for, and who we are there: a pool or a node. */
public interface Account {
  /** For people and logs, without secrets: {@code pool.example:3333}, {@code http://host:8332}. */
  String name();

  /** Its weight among the others where hashes are shared out by quota; 1 or more. */
  int quota();

  /** Makes what brings its jobs, at rest. */
  Upstream open(Site site);
}
