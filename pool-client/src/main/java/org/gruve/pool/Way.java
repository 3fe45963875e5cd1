package org.gruve.pool;

import java.util.Optional;

/** How a place is reached: through which proxy, and whom to trust there. */
public record Way(Optional<Proxy> proxy, Trust trust) {
  /** Without a proxy, trusting whom the system trusts. */
  public static final Way DIRECT = new Way(Optional.empty(), Trust.SYSTEM);
}
