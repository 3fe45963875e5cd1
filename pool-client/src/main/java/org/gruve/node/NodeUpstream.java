package org.gruve.node;

import java.time.Duration;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.pool.Account;
import org.gruve.pool.Backoff;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.Site;
import org.gruve.pool.Timers;
import org.gruve.pool.Upstream;
import org.jspecify.annotations.Nullable;

/**
 * Mines on a node. While engaged it comes back after each loss by one path: it asks the node who it
 * is, and begins anew. Confined to the event loop.
 */
final class NodeUpstream implements Upstream, NodeSession.Owner {
  private final NodeAccount account;
  private final Site site;
  private final Solo solo;
  private final Bytes extranonce1;
  private final Backoff backoff;
  private final BlockShares shares;
  private @Nullable NodeSession session;
  private Timers.@Nullable Scheduled retry;
  private Timers.@Nullable Scheduled patienceEnd;
  private @Nullable String toldWait;
  private boolean engaged;
  private boolean releasing;
  private boolean mined;
  private int jobs;

  NodeUpstream(NodeAccount account, Solo solo, Site site) {
    this.account = account;
    this.site = site;
    this.solo = solo;
    this.extranonce1 = chance(site);
    this.backoff = new Backoff(site.outside().random(), BlockPost.LONGEST_PAUSE);
    this.shares =
        new BlockShares(
            account,
            solo.post(),
            site.loop().timers(),
            result -> {
              site.owner().result(this, result);
              releasedWhenDone();
            });
    solo.post().watch(shares);
  }

  /** Four bytes that no other miner on the same template is likely to have. */
  private static Bytes chance(Site site) {
    byte[] bytes = new byte[4];
    site.outside().random().nextBytes(bytes);
    return Bytes.of(bytes);
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public void engage() {
    stopReleasing();
    if (!engaged) {
      engaged = true;
      connect();
    }
  }

  @Override
  public void release(Duration patience) {
    disengage();
    releasing = true;
    patienceEnd = site.loop().timers().after(patience, this::giveUpShares);
    releasedWhenDone();
  }

  @Override
  public void submit(Share share) {
    shares.submit(share);
  }

  /** A node gives the same work to the slow and to the fast. */
  @Override
  public void measured(double hashesPerSecond) {}

  @Override
  public void close() {
    disengage();
    stopReleasing();
    shares.giveUp();
    solo.post().unwatch(shares);
  }

  @Override
  public String nextJobId() {
    return Integer.toHexString(++jobs);
  }

  @Override
  public void job(SoloWork work, NodeFacts facts) {
    toldWait = null;
    shares.made(work, facts);
    Job job = work.job();
    site.owner().job(this, job);
  }

  /** Whether the node has shown that it is one. */
  boolean hasMined() {
    return mined;
  }

  @Override
  public void proven() {
    mined = true;
    backoff.reset();
  }

  @Override
  public void noJob() {
    site.owner().noJob(this);
  }

  @Override
  public void say(String text) {
    site.owner().tell(new PoolEvent.Said(account, text));
  }

  /** A node that is waited for is asked anew every few seconds, which is told once. */
  @Override
  public void introduced(NodeFacts facts) {
    if (toldWait != null) {
      return;
    }
    String network = facts.chain().network().id();
    site.owner().tell(new PoolEvent.Connected(account, account.name()));
    site.owner().tell(new PoolEvent.Chain(account, network));
    // A regtest without a fresh block always calls itself so, and gives templates all the same.
    if (facts.syncing() && facts.chain() != Chain.REGTEST) {
      say("is still loading the chain of " + network + ", and is at block " + facts.blocks());
    }
  }

  @Override
  public void lost(Trouble why) {
    endSession();
    Trouble trouble = why.at(account, mined);
    Duration pause =
        switch (trouble.kind()) {
          case AWAY, FAULTY, FOREIGN -> backoff.next();
          case STARTING -> Trouble.STARTING_PAUSE;
          case WAITING -> Trouble.WAITING_PAUSE;
          case HOPELESS -> Trouble.HOPELESS_PAUSE;
        };
    retry = site.loop().timers().after(pause, this::connect);
    boolean waits =
        trouble.kind() == Trouble.Kind.STARTING || trouble.kind() == Trouble.Kind.WAITING;
    if (waits && trouble.sentence().equals(toldWait)) {
      return;
    }
    toldWait = waits ? trouble.sentence() : null;
    boolean hopeless = trouble.kind() == Trouble.Kind.HOPELESS;
    site.owner().failed(this, trouble.sentence(), pause, hopeless);
  }

  private void connect() {
    retry = null;
    if (toldWait == null) {
      site.owner().tell(new PoolEvent.Connecting(account));
    }
    NodeSession opened = new NodeSession(account, solo, site, extranonce1, this);
    session = opened;
    opened.begin();
  }

  private void disengage() {
    engaged = false;
    // Whoever engages it again has not heard what it waits for.
    toldWait = null;
    endSession();
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }

  private void endSession() {
    NodeSession open = session;
    session = null;
    if (open != null) {
      open.end();
    }
  }

  private void stopReleasing() {
    releasing = false;
    if (patienceEnd != null) {
      patienceEnd.cancel();
      patienceEnd = null;
    }
  }

  private void giveUpShares() {
    shares.giveUp();
    releasedWhenDone();
  }

  private void releasedWhenDone() {
    if (releasing && shares.isEmpty()) {
      stopReleasing();
      site.owner().released(this);
    }
  }
}
