package org.gruve.node;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.JobOrigin;
import org.gruve.pool.Aside;
import org.gruve.pool.Dial;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.TrialStep;
import org.gruve.pool.Way;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tries all that is needed to mine on a node, step by step, and mines nothing. Confined to the
 * event loop.
 */
public final class NodeTrial implements Dial.Caller, JobOrigin {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** Pays nobody in particular: such a block is only looked at. */
  private static final Bytes ANYONE = Bytes.ofHex("51");

  private final NodeAddress address;
  private final Way way;
  private final Optional<String> payout;
  private final PoolLoop loop;
  private final Outside outside;
  private final Consumer<TrialStep> steps;
  private final NodeRpc rpc;
  private final CompletableFuture<Boolean> verdict = new CompletableFuture<>();
  private long began;
  private @Nullable Chain chain;
  private Bytes script = ANYONE;

  private NodeTrial(
      NodeAddress address,
      Way way,
      Optional<String> payout,
      PoolLoop loop,
      Outside outside,
      Consumer<TrialStep> steps) {
    this.address = address;
    this.way = way;
    this.payout = payout;
    this.loop = loop;
    this.outside = outside;
    this.steps = steps;
    this.rpc = new NodeRpc(address, way, loop, outside);
  }

  /**
   * Begins a trial: its steps come on the loop, and the first that fails is the last.
   *
   * @param payout the address that is to be paid, where there is one
   * @return whether all went well
   */
  public static CompletableFuture<Boolean> run(
      NodeAddress address,
      Way way,
      Optional<String> payout,
      PoolLoop loop,
      Outside outside,
      Consumer<TrialStep> steps) {
    NodeTrial trial = new NodeTrial(address, way, payout, loop, outside, steps);
    loop.eventLoop().execute(trial::resolve);
    return trial.verdict;
  }

  /** A proxy looks names up by itself. */
  private void resolve() {
    begin();
    if (way.proxy().isPresent()) {
      connect();
      return;
    }
    String host = address.endpoint().host();
    outside
        .names()
        .find(
            host,
            loop.eventLoop(),
            found -> {
              good("resolve", texts(found));
              connect();
            },
            _ -> bad("resolve", "the name " + host + " cannot be found"));
  }

  private static String texts(List<InetAddress> found) {
    return found.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
  }

  private void connect() {
    begin();
    new Dial(address.endpoint(), way, loop, this).start(outside.names());
  }

  @Override
  public void connected(Channel channel, String description) {
    var _ = channel.close();
    good("connect", description);
    ask("login", "getblockchaininfo", this::login);
  }

  @Override
  public void failed(String reason) {
    bad("connect", reason);
  }

  private void login(JsonNode info) {
    good("login", address.cookie().isPresent() ? "by its cookie" : "by user and password");
    begin();
    String word = PoolText.clean(info.path("chain").asString(""));
    chain = Chain.of(word).orElse(null);
    if (chain == null) {
      bad("chain", "the chain \"" + word + "\" has no rules that are known here");
      return;
    }
    boolean syncing = info.path("initialblockdownload").asBoolean(false);
    good(
        "chain",
        word
            + ", block "
            + info.path("blocks").asInt(0)
            + (syncing ? " of " + info.path("headers").asInt(0) + ", still loading" : ""));
    ask("peers", "getnetworkinfo", this::peers);
  }

  private void peers(JsonNode info) {
    good(
        "peers",
        info.path("connections").asInt(0)
            + ", "
            + PoolText.clean(info.path("subversion").asString("a node without a name")));
    if (payout.isPresent()) {
      pay(payout.get());
    } else {
      template();
    }
  }

  private void pay(String text) {
    try {
      Payout ours = Payout.parse(text, known());
      script = ours.script();
      ask("payout", "validateaddress", theirs -> paid(ours, theirs), text);
    } catch (IllegalArgumentException e) {
      bad("payout", String.valueOf(e.getMessage()));
    }
  }

  private void paid(Payout ours, JsonNode theirs) {
    Optional<String> fault = ours.fault(theirs, known());
    if (fault.isPresent()) {
      bad("payout", fault.get());
    } else {
      good("payout", ours.address() + " is script " + ours.script());
      template();
    }
  }

  private void template() {
    ask("template", TemplateRequest.template(null), this::made);
  }

  /** Large templates are read beside the loop, as in mining. */
  private void made(JsonNode result) {
    Aside.run(
        "template-check",
        loop.eventLoop(),
        () ->
            SoloWork.of(
                "1",
                Template.parse(result),
                script,
                Bytes.EMPTY,
                Bytes.of(new byte[4]),
                true,
                this),
        this::templated,
        e -> bad("template", String.valueOf(e.getMessage())));
  }

  private void templated(SoloWork work) {
    Template template = work.template();
    good(
        "template",
        "block "
            + template.height()
            + " with "
            + template.transactions().size()
            + " transactions, worth "
            + template.coinbaseValue()
            + " satoshi"
            + (template.longPollId().isEmpty() ? ", without long poll" : ""));
    begin();
    Aside.run(
        "template-check",
        loop.eventLoop(),
        () -> TemplateCheck.fault(work, known().network()),
        fault -> ruled(work, fault),
        e -> bad("rules", e.toString()));
  }

  private void ruled(SoloWork work, Optional<String> fault) {
    if (fault.isPresent()) {
      bad("rules", fault.get());
      return;
    }
    good("rules", "the block that it makes keeps all that can be asked");
    begin();
    String hex = HexFormat.of().formatHex(work.proposal());
    var _ =
        rpc.call(TemplateRequest.proposal(hex), DEADLINE, NodeLogin.MOST_ANSWER, this::proposed);
  }

  private void proposed(RpcReply reply) {
    switch (reply) {
      case RpcReply.Result(JsonNode value)
          when SubmitResult.of(value) instanceof SubmitResult.Rejected refused -> {
        bad("proposal", "the node would refuse the block: " + refused.reason());
        return;
      }
      case RpcReply.Result _ -> good("proposal", "the node would take the block");
      case RpcReply.Refused _ -> good("proposal", "the node takes none");
      case RpcReply other -> {
        bad("proposal", Trouble.of(other).sentence());
        return;
      }
    }
    ask("latency", "getbestblockhash", this::answered);
  }

  private void answered(JsonNode tip) {
    good("latency", "an answer takes " + (loop.timers().nanoTime() - began) / 1_000 + " µs");
    end(true);
  }

  private Chain known() {
    return Objects.requireNonNull(chain);
  }

  private void ask(String step, String method, Consumer<JsonNode> then, Object... params) {
    ask(step, new RpcRequest(method, List.of(params)), then);
  }

  private void ask(String step, RpcRequest request, Consumer<JsonNode> then) {
    begin();
    var _ =
        rpc.call(
            request,
            DEADLINE,
            TemplateRequest.MOST_ANSWER,
            reply -> {
              if (reply instanceof RpcReply.Result(JsonNode value)) {
                then.accept(value);
              } else {
                bad(step, Trouble.of(reply).sentence());
              }
            });
  }

  private void begin() {
    began = loop.timers().nanoTime();
  }

  private void good(String name, String text) {
    tell(name, true, text);
  }

  private void bad(String name, String text) {
    tell(name, false, text);
    end(false);
  }

  private void tell(String name, boolean ok, String text) {
    steps.accept(new TrialStep(name, ok, PoolText.clean(text), loop.timers().nanoTime() - began));
  }

  private void end(boolean good) {
    rpc.close();
    verdict.complete(good);
  }
}
