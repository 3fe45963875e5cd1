package org.gruve.node;

import org.gruve.pool.Account;
import org.gruve.pool.Site;
import org.gruve.pool.Upstream;
import org.gruve.pool.Way;

/** A Bitcoin node to mine on; made by {@link Solo#account}. */
public final class NodeAccount implements Account {
  private final NodeAddress address;
  private final Way way;
  private final int quota;
  private final Solo solo;

  NodeAccount(NodeAddress address, Way way, int quota, Solo solo) {
    this.address = address;
    this.way = way;
    this.quota = quota;
    this.solo = solo;
  }

  /** The node's URL without user and password. */
  @Override
  public String name() {
    String url = address.toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  @Override
  public int quota() {
    return quota;
  }

  @Override
  public Upstream open(Site site) {
    return new NodeUpstream(this, solo, site);
  }

  /** A sentence about this node without its name in front. */
  String unnamed(String sentence) {
    String named = "the node at " + address + " ";
    return sentence.startsWith(named) ? sentence.substring(named.length()) : sentence;
  }

  NodeAddress address() {
    return address;
  }

  Way way() {
    return way;
  }

  @Override
  public String toString() {
    return name();
  }
}
