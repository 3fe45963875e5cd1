package org.gruve.stratum.v1;

import java.nio.charset.StandardCharsets;
import org.gruve.core.block.Difficulty;
import org.gruve.core.work.Share;
import org.jspecify.annotations.Nullable;

/** A client session under test, its clock, and the lines that a pool says to it. */
final class Client {
  static final long SECOND = 1_000_000_000L;
  static final String COINB1 = "01000000".repeat(12);
  static final String COINB2 = "ffffffff".repeat(8);
  static final String PARENT = "7b0caf10fa4a3433bfcc29e30a8c30ae0b08636d91146c5c25a4754d0d182179";
  static final String OTHER_PARENT =
      "5818f089c029dcaa6b62a672292e489d86577a335bdb96c77748e8a20ef8250b";

  final RecordedOutput out = new RecordedOutput();
  final ClientSession session;
  long now = -5 * SECOND;

  Client(ClientSettings settings) {
    session = new ClientSession(settings, out);
  }

  Client() {
    this(settings(null, null, true));
  }

  static ClientSettings settings(
      @Nullable Difficulty suggested, @Nullable String resume, boolean configure) {
    return new ClientSettings(
        "user.1", "x", "gruve/1", 0x1fffe000, suggested, resume, configure, "pool.example");
  }

  /** Connected, configured with the whole mask, subscribed, logged in. */
  static Client live() {
    Client client = new Client();
    client.connect();
    client.say("{'id':1,'result':{'version-rolling':true,'version-rolling.mask':'1fffe000'}}");
    client.say("{'id':2,'result':[[['mining.notify','s1']],'f8a1d721',4],'error':null}");
    client.say("{'id':3,'result':true,'error':null}");
    return client;
  }

  Client connect() {
    session.connected(now);
    return this;
  }

  /** A line with ' for ". */
  Client say(String line) {
    session.received(read(line), now);
    return this;
  }

  static Message read(String line) {
    return MessageReader.read(line.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  Client pass(double seconds) {
    now += (long) (seconds * SECOND);
    session.tick(now);
    return this;
  }

  Client notify(String id, boolean clean) {
    return notify(id, PARENT, "20000000", clean);
  }

  Client notify(String id, String parent, String version, boolean clean) {
    return say(
        "{'id':null,'method':'mining.notify','params':['%s','%s','%s','%s',[],'%s','1d00ffff','6b02b894',%s]}"
            .formatted(id, parent, COINB1, COINB2, version, clean));
  }

  Client submit(Share share) {
    session.submit(share, now);
    return this;
  }

  /** Answers the last submit. */
  Client answer(String resultAndError) {
    Id id = out.sent(Message.Submit.class).getLast().id();
    return say("{'id':" + id.number() + "," + resultAndError + "}");
  }

  Ending ending() {
    return out.endings.getLast();
  }
}
