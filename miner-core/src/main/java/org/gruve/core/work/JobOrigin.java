package org.gruve.core.work;

/**
 * The token by which a share finds the session that made its job. A session implements it and
 * compares by identity, so that a share can never be credited to another one.
 */
public interface JobOrigin {}
