package org.gruve.cli;

import java.util.List;
import org.gruve.node.NodeAddress;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.Way;

/** Somewhere to mine for. */
sealed interface Place {
  /** For people, without secrets. */
  String name();

  /** Patterns of the only devices that mine for it, as in {@code -d}; empty for all. */
  List<String> devices();

  /** A pool. */
  record Pool(PoolAccount account, List<String> devices) implements Place {
    /** Copies the patterns. */
    public Pool {
      devices = List.copyOf(devices);
    }

    @Override
    public String name() {
      return account.url().toString();
    }
  }

  /**
   * A node of one's own.
   *
   * @param quota as in {@link org.gruve.pool.Account#quota}
   */
  record Node(NodeAddress address, Way way, int quota, List<String> devices) implements Place {
    /** Copies the patterns. */
    public Node {
      devices = List.copyOf(devices);
    }

    @Override
    public String name() {
      return address.toString();
    }
  }
}
