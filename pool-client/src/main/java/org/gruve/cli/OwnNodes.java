package org.gruve.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.node.Solo;
import org.gruve.pool.Account;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolEvents;
import org.gruve.pool.PoolLoop;
import org.jspecify.annotations.Nullable;

/** The user's own nodes in a run, where there are any. */
final class OwnNodes implements Companion {
  private final @Nullable Solo solo;
  private final Map<Place.Node, Account> accounts = new LinkedHashMap<>();

  /** Without a coinbase there are no nodes. */
  OwnNodes(Optional<Coinbase> coinbase, Path blocks) {
    solo = coinbase.map(one -> new Solo(one.address(), one.tag(), blocks)).orElse(null);
  }

  /** The account at a node; all are asked for before the start. */
  Account account(Place.Node node) {
    Solo here = solo;
    if (here == null) {
      throw new IllegalStateException("a node without a coinbase");
    }
    return accounts.computeIfAbsent(
        node, one -> here.account(one.address(), one.way(), one.quota()));
  }

  @Override
  public void start(PoolLoop loop, PoolEvents events) {
    if (solo != null) {
      solo.start(loop, Outside.system(), events);
    }
  }

  @Override
  public void close() {
    if (solo != null) {
      solo.close();
    }
  }

  /** The found blocks that no node has answered; known when all is closed. */
  List<String> undelivered() {
    return solo == null ? List.of() : solo.undelivered();
  }
}
