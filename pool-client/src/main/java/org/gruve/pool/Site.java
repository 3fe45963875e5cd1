package org.gruve.pool;

/**
 * Where an upstream lives.
 *
 * @param owner told of all that happens, on the loop
 */
public record Site(PoolLoop loop, Outside outside, PoolSettings settings, UpstreamOwner owner) {}
