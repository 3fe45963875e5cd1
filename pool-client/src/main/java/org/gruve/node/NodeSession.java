package org.gruve.node;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.JobOrigin;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Site;
import org.gruve.pool.Timers;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One stretch of mining on a node, from asking who it is to the first thing that goes wrong.
 * Confined to the event loop.
 */
final class NodeSession
    implements JobOrigin,
        NodeLogin.Listener,
        TemplateFeed.Listener,
        SoloDesk.Listener,
        BlockPost.Watcher {
  /** Who keeps a session. */
  interface Owner {
    String nextJobId();

    void job(SoloWork work, NodeFacts facts);

    /** The node finds no fault with what we would make of its template. */
    void proven();

    /** What was given is void. */
    void noJob();

    void say(String text);

    /** The node has said who it is, and means the same address as we. */
    void introduced(NodeFacts facts);

    /** It is over, and ends no other way. */
    void lost(Trouble trouble);
  }

  /** A block that the node has not answered in this time: it does not answer at all. */
  private static final Duration BLOCK_PATIENCE = Duration.ofSeconds(60);

  /** How long a server may need to build on a block that it has accepted. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final NodeAccount account;
  private final Solo solo;
  private final BlockPost post;
  private final PoolLoop loop;
  private final Bytes extranonce1;
  private final Owner owner;
  private final NodeRpc rpc;
  private final TemplateFeed feed;
  private @Nullable SoloDesk desk;
  private @Nullable NodeFacts facts;
  private @Nullable Hash256 parent;
  private @Nullable Hash256 askedEdge;
  private Timers.@Nullable Scheduled blockPatience;
  private @Nullable Hash256 again;
  private boolean holding;
  private long heldSince;
  private boolean proposed;
  private boolean withoutOpinion;
  private boolean remarked;
  private boolean over;

  NodeSession(NodeAccount account, Solo solo, Site site, Bytes extranonce1, Owner owner) {
    this.account = account;
    this.solo = solo;
    this.post = solo.post();
    this.loop = site.loop();
    this.extranonce1 = extranonce1;
    this.owner = owner;
    this.rpc = new NodeRpc(account.address(), account.way(), site.loop(), site.outside());
    this.feed = new TemplateFeed(rpc, loop.timers(), this);
  }

  void begin() {
    post.watch(this);
    new NodeLogin(rpc, solo.payout(), this).begin();
  }

  void end() {
    over = true;
    post.unwatch(this);
    feed.end();
    if (desk != null) {
      desk.end();
    }
    if (blockPatience != null) {
      blockPatience.cancel();
    }
    rpc.close();
  }

  @Override
  public void known(NodeFacts known) {
    if (over) {
      return;
    }
    facts = known;
    desk = new SoloDesk(known, solo.tag(), extranonce1, loop, this, this);
    owner.introduced(known);
    post.back(account);
    feed.refresh();
  }

  @Override
  public void refused(Trouble trouble) {
    lose(trouble);
  }

  @Override
  public void trouble(Trouble trouble) {
    lose(trouble);
  }

  private void lose(Trouble trouble) {
    if (!over) {
      owner.lost(trouble);
    }
  }

  @Override
  public void template(JsonNode template) {
    SoloDesk at = desk;
    if (at != null) {
      at.take(template, owner.nextJobId());
    }
  }

  @Override
  public void give(SoloWork work) {
    NodeFacts known = facts;
    if (over || known == null) {
      return;
    }
    parent = work.template().previousHash();
    askEdge(known, parent);
    if (isHeld(parent)) {
      hold();
    } else {
      stopWaiting();
      owner.job(work, known);
    }
  }

  /**
   * Whether the node is about to build on a block of ours instead. When it has had time to, and
   * still does not, the block has lost its place again.
   */
  private boolean isHeld(Hash256 on) {
    if (post.isOnItsWay(on, account)) {
      return true;
    }
    if (!post.isTaken(on, account) || Objects.equals(on, again)) {
      return false;
    }
    long now = loop.timers().nanoTime();
    if (!holding) {
      holding = true;
      heldSince = now;
    }
    if (now - heldSince < GRACE.toNanos()) {
      return true;
    }
    again = on;
    return false;
  }

  /** The node has not heard of our block yet, or does not build on it yet. */
  private void hold() {
    forget();
    awaitBlock();
    feed.refreshIn(AGAIN);
  }

  private void forget() {
    if (desk != null) {
      desk.forget();
    }
  }

  private void awaitBlock() {
    if (blockPatience == null) {
      blockPatience =
          loop.timers()
              .after(
                  BLOCK_PATIENCE,
                  () ->
                      lose(Trouble.faulty("goes on without the block that we found, unanswered")));
    }
  }

  private void stopWaiting() {
    holding = false;
    if (blockPatience != null) {
      blockPatience.cancel();
      blockPatience = null;
    }
  }

  @Override
  public void withdraw(String why) {
    owner.say("gave a template that is not mined: " + PoolText.clean(why));
    owner.noJob();
    feed.refreshIn(AGAIN);
  }

  @Override
  public void unusable(String why, boolean hopeless) {
    String sentence = "gives templates that cannot be mined: " + PoolText.clean(why);
    lose(hopeless ? Trouble.hopeless(sentence) : Trouble.faulty(sentence));
  }

  @Override
  public void expired() {
    owner.noJob();
    feed.refresh();
  }

  @Override
  public void checked(SoloWork work, Optional<String> remark) {
    if (remark.isPresent() && !remarked) {
      remarked = true;
      owner.say(PoolText.clean(remark.get()));
    }
    if (!proposed) {
      proposed = true;
      propose(work);
    } else if (withoutOpinion) {
      owner.proven();
    }
  }

  /** The node's own opinion of the first template, without work. */
  private void propose(SoloWork work) {
    String hex = HexFormat.of().formatHex(work.proposal());
    var _ =
        rpc.call(
            TemplateRequest.proposal(hex),
            TemplateRequest.DEADLINE,
            NodeLogin.MOST_ANSWER,
            reply -> proposalAnswered(reply));
  }

  /**
   * A server without this mode, and a call that failed, have no opinion: then the next template
   * that passes our own rules speaks for the node.
   */
  private void proposalAnswered(RpcReply reply) {
    if (over) {
      return;
    }
    if (reply instanceof RpcReply.Result(JsonNode value) && (value.isNull() || value.isString())) {
      judged(SubmitResult.of(value));
    } else {
      withoutOpinion = true;
    }
  }

  /** A template that is out of date by now is no fault. */
  private void judged(SubmitResult opinion) {
    if (opinion instanceof SubmitResult.Rejected(String reason, String _)
        && !reason.startsWith("inconclusive")) {
      lose(Trouble.faulty("refuses the block that we would make of its template: " + reason));
    } else {
      owner.proven();
    }
  }

  /** Where blocks become easy after a while, header times must not be rolled into that by us. */
  private void askEdge(NodeFacts known, Hash256 previous) {
    if (known.chain().easyAfter().isEmpty() || Objects.equals(previous, askedEdge)) {
      return;
    }
    askedEdge = previous;
    RpcRequest request = new RpcRequest("getblockheader", List.of(previous.display(), true));
    var _ =
        rpc.call(
            request,
            NodeLogin.DEADLINE,
            NodeLogin.MOST_ANSWER,
            reply -> edge(known, previous, reply));
  }

  private void edge(NodeFacts known, Hash256 previous, RpcReply reply) {
    if (over || desk == null) {
      return;
    }
    if (reply instanceof RpcReply.Result(JsonNode header) && header.path("time").isNumber()) {
      desk.edge(previous, header.path("time").asLong(0) + known.chain().easyAfter().orElse(0));
    } else {
      askedEdge = null;
    }
  }

  @Override
  public void posted(FoundBlock block) {
    if (Objects.equals(block.parent(), parent)) {
      again = null;
      forget();
      awaitBlock();
      owner.noJob();
      // A node that takes it undecided gives no answer that would bring a template.
      feed.refreshIn(Delivery.DECIDING);
    }
  }

  @Override
  public void answered(FoundBlock block, NodeAccount node, DeliveryAnswer answer) {
    if (node.equals(account) && Objects.equals(block.parent(), parent)) {
      feed.refresh();
    }
  }

  /** Where all have refused it, mining goes on. */
  @Override
  public boolean decided(FoundBlock block, BlockFate fate, String words) {
    return false;
  }
}
