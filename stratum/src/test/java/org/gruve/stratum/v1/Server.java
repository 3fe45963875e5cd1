package org.gruve.stratum.v1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.work.HeaderTemplate;

/** A server session under test, with a judge that hashes what was submitted by the JDK. */
final class Server implements ServerOutput {
  static final HeaderTemplate HEADER =
      new HeaderTemplate(
          0x20000000, WireHash.read(Bytes.ofHex(Client.PARENT)), 0x6b02b894, 0x1d00ffff);

  final List<Message> sent = new ArrayList<>();
  final List<Difficulty> suggestions = new ArrayList<>();
  final List<SubmittedShare> judged = new ArrayList<>();
  final List<String> endings = new ArrayList<>();
  final Map<String, Bytes> earlier = new HashMap<>();
  final ServerSession session;
  int readied;
  long now = 3 * Client.SECOND;

  Server(int versionMask) {
    session =
        new ServerSession(new ServerSettings("s1", Bytes.ofHex("f8a1d721"), 4, versionMask), this);
  }

  Server() {
    this(0x1fffe000);
  }

  /** Configured, subscribed and logged in as u, with one job of an easy target. */
  static Server live() {
    Server server = new Server();
    server.say(
        "{'id':1,'method':'mining.configure','params':[['version-rolling'],{'version-rolling.mask':'0000e000'}]}");
    server.say("{'id':2,'method':'mining.subscribe','params':['m/1']}");
    server.say("{'id':3,'method':'mining.authorize','params':['u','x']}");
    server.session.difficulty(Difficulty.parse("1e-10"));
    server.session.job(job("j1", true));
    return server;
  }

  static ServerJob job(String id, boolean clean) {
    return new ServerJob(
        id, HEADER, Bytes.ofHex(Client.COINB1), Bytes.ofHex(Client.COINB2), List.of(), clean);
  }

  Server say(String line) {
    session.received(Client.read(line), now);
    return this;
  }

  Server submit(String params) {
    return say("{'id':9,'method':'mining.submit','params':[" + params + "]}");
  }

  /** The code of the last answer; 0 for yes. */
  int code() {
    Message.Response response = (Message.Response) sent.getLast();
    return response.error() == null ? 0 : response.error().code();
  }

  <T> List<T> sent(Class<T> kind) {
    return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public void send(Message message) {
    sent.add(message);
  }

  @Override
  public Optional<Bytes> resume(String sessionId) {
    return Optional.ofNullable(earlier.remove(sessionId));
  }

  @Override
  public boolean authorize(String user, String password) {
    return !user.startsWith("bad");
  }

  @Override
  public void suggested(Difficulty difficulty) {
    suggestions.add(difficulty);
  }

  @Override
  public void ready() {
    readied++;
  }

  @Override
  public ShareVerdict judge(SubmittedShare share) {
    judged.add(share);
    return share.target().isMetBy(header(share).hash())
        ? new ShareVerdict.Accepted()
        : new ShareVerdict.Refused(23, "Low difficulty share");
  }

  static BlockHeader header(SubmittedShare share) {
    ServerJob job = share.job();
    Hash256 root =
        Sha256d.hash(
            job.coinb1().toArray(),
            share.extranonce1().toArray(),
            share.extranonce2().toArray(),
            job.coinb2().toArray());
    for (Hash256 step : job.branch()) {
      root = Sha256d.hash(root.bytes(), step.bytes());
    }
    HeaderTemplate header = job.header();
    return new BlockHeader(
        share.version(), header.prevHash(), root, share.time(), header.nbits(), share.nonce());
  }

  @Override
  public void close(String why) {
    endings.add(why);
  }
}
