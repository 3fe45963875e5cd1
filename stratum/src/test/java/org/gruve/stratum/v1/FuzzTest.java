package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gruve.core.work.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Both ends against random mutations of real lines: nothing is thrown, nothing grows, and whatever
 * ends a session is one clear sentence. {@code -Dgruve.seed} repeats a run.
 */
class FuzzTest {
  private static final long SEED = Long.getLong("gruve.seed", 20261122L);
  private static final int SESSIONS = 600;
  private static final int LINES = 60;

  private static final List<String> SERVER_LINES =
      List.of(
          "{'id':1,'error':null,'result':{'version-rolling':true,'version-rolling.mask':'1fffe000'}}",
          "{'id':2,'error':null,'result':[[['mining.notify','f8a1d721']],'f8a1d721',4]}",
          "{'id':3,'error':null,'result':true}",
          "{'id':5,'result':null,'error':[21,'Job not found','']}",
          "{'id':null,'method':'mining.set_difficulty','params':[1e-9]}",
          "{'id':null,'method':'mining.set_target','params':['" + "0f".repeat(32) + "']}",
          "{'id':null,'method':'mining.notify','params':['1','%s','%s','%s',['%s'],'20000000','207fffff','6b02b894',true]}"
              .formatted(Client.PARENT, Client.COINB1, Client.COINB2, Client.OTHER_PARENT),
          "{'id':null,'method':'mining.notify','params':['2','%s','%s','%s',[],'20000000','207fffff','6b02b894',false]}"
              .formatted(Client.PARENT, Client.COINB1, Client.COINB2),
          "{'id':null,'method':'mining.set_extranonce','params':['0102',4]}",
          "{'id':null,'method':'mining.set_version_mask','params':['00006000']}",
          "{'id':7,'method':'client.show_message','params':['hello']}",
          "{'id':8,'method':'client.get_version','params':[]}",
          "{'id':9,'method':'mining.ping','params':[]}",
          "{'id':null,'method':'client.reconnect','params':['pool.example',3333,1]}");

  private static final List<String> CLIENT_LINES =
      List.of(
          "{'id':1,'method':'mining.configure','params':[['version-rolling','minimum-difficulty'],{'version-rolling.mask':'1fffe000','minimum-difficulty.value':0.001}]}",
          "{'id':2,'method':'mining.subscribe','params':['probe/1.0']}",
          "{'id':3,'method':'mining.authorize','params':['u','x']}",
          "{'id':4,'method':'mining.suggest_difficulty','params':[1e-09]}",
          "{'id':5,'method':'mining.suggest_target','params':['" + "0f".repeat(32) + "']}",
          "{'id':6,'method':'mining.extranonce.subscribe','params':[]}",
          "{'id':7,'method':'mining.get_transactions','params':['1']}",
          "{'id':10,'method':'mining.submit','params':['u','j1','00000001','6b02b894','00000003','00002000']}",
          "{'id':11,'method':'mining.submit','params':['u','j1','00000001','6b02b894','00000004']}");

  private static final List<String> SPLICES =
      List.of(
          "[[[[[[[[[[",
          "'id':1,",
          "NaN",
          "1e999999999",
          "null",
          "\\u0000",
          "\u0000",
          "-1",
          "{}",
          "''",
          "true,",
          "é",
          "\n",
          "99999999999999999999");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<EmbeddedChannel> channels = new ArrayList<>();

  @AfterEach
  void leavesNoBufferBehind() {
    channels.forEach(EmbeddedChannel::finishAndReleaseAll);
  }

  private String mutate(String line) {
    StringBuilder out = new StringBuilder(line.replace('\'', '"'));
    for (int times = random.nextInt(4); times > 0 && !out.isEmpty(); times--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(5)) {
        case 0 -> out.setLength(at);
        case 1 -> out.setCharAt(at, (char) (random.nextInt(96) + 31));
        case 2 -> out.deleteCharAt(at);
        case 3 -> out.insert(at, SPLICES.get(random.nextInt(SPLICES.size())).replace('\'', '"'));
        default -> out.insert(at, out.substring(at, Math.min(out.length(), at + 30)));
      }
    }
    return out.append('\n').toString();
  }

  private List<Message> through(EmbeddedChannel channel, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int cut = random.nextInt(bytes.length + 1);
    channel.writeInbound(Unpooled.copiedBuffer(bytes, 0, cut));
    channel.writeInbound(Unpooled.copiedBuffer(bytes, cut, bytes.length - cut));
    List<Message> messages = new ArrayList<>();
    for (Message m = channel.readInbound(); m != null; m = channel.readInbound()) {
      messages.add(m);
    }
    return messages;
  }

  /** Real lines in their order for the most part, so that sessions get beyond their handshake. */
  private String line(List<String> lines, int i) {
    boolean inOrder = i < lines.size() && random.nextInt(4) > 0;
    String line = lines.get(inOrder ? i : random.nextInt(lines.size()));
    return random.nextInt(3) == 0 ? mutate(line) : line.replace('\'', '"') + "\n";
  }

  private static void assertSentence(String reason) {
    assertThat(reason).as("seed %d", SEED).isNotBlank().hasSizeLessThan(500);
    assertThat(reason.chars()).as("seed %d: %s", SEED, reason).allMatch(c -> c >= ' ');
  }

  @Test
  void clientSessionsSurviveAnything() {
    int withJobs = 0;
    for (int run = 0; run < SESSIONS; run++) {
      Client client = new Client().connect();
      EmbeddedChannel channel = new EmbeddedChannel();
      LineCodec.client(channel.pipeline());
      for (int i = 0; i < LINES && client.out.endings.isEmpty(); i++) {
        through(channel, line(SERVER_LINES, i))
            .forEach(m -> client.session.received(m, client.now));
        client.pass(random.nextInt(3));
        submitOne(client, i);
      }
      client.session.disconnected(client.now);
      withJobs += client.out.jobs.isEmpty() ? 0 : 1;
      assertAllAccounted(client);
      channel.finishAndReleaseAll();
    }
    assertThat(withJobs).as("seed %d", SEED).isGreaterThan(SESSIONS / 10);
  }

  private int submitted;

  private void submitOne(Client client, int i) {
    if (!client.out.jobs.isEmpty()) {
      List<Job> jobs = client.out.jobs;
      client.submit(Shares.of(jobs.get(random.nextInt(jobs.size())), i, i));
      submitted++;
    }
  }

  private void assertAllAccounted(Client client) {
    assertThat(client.out.results).as("seed %d", SEED).hasSize(submitted);
    assertThat(client.session.pending()).isZero();
    submitted = 0;
    assertThat(client.out.endings).hasSizeLessThan(2);
    client.out.endings.forEach(ending -> assertSentence(ending.reason()));
    client.out.notices(SessionNotice.Oddity.class).forEach(o -> assertSentence(o.text()));
  }

  @Test
  void serverSessionsSurviveAnything() {
    int shares = 0;
    for (int run = 0; run < SESSIONS; run++) {
      Server server = new Server();
      EmbeddedChannel channel = new EmbeddedChannel();
      LineCodec.server(channel.pipeline());
      for (int i = 0; i < LINES && server.endings.isEmpty(); i++) {
        if (random.nextInt(6) == 0) {
          server.session.job(Server.job("j1", random.nextBoolean()));
        }
        through(channel, line(CLIENT_LINES, i))
            .forEach(m -> server.session.received(m, server.now));
      }
      shares += server.judged.size();
      server.endings.forEach(FuzzTest::assertSentence);
      channel.finishAndReleaseAll();
    }
    assertThat(shares).as("seed %d", SEED).isGreaterThan(SESSIONS / 10);
  }

  @Test
  void theCodecTakesRandomBytes() {
    for (int run = 0; run < SESSIONS; run++) {
      EmbeddedChannel channel = new EmbeddedChannel();
      LineCodec.client(channel.pipeline());
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && run % 2 == 0) {
        bytes[0] = '{';
      }
      channel.writeInbound(Unpooled.wrappedBuffer(bytes));
      for (Message m = channel.readInbound(); m != null; m = channel.readInbound()) {
        assertSentence(
            m instanceof Malformed bad ? bad.reason() : ((Message.Unreadable) m).reason());
      }
      channel.finishAndReleaseAll();
    }
  }

  @Test
  void aMillionSmallMessagesChangeNothingButTheEnd() {
    byte[] lines =
        "{\"id\":null,\"method\":\"mining.ping\"}\n{}\n"
            .repeat(1000)
            .getBytes(StandardCharsets.UTF_8);
    Client client = Client.live();
    EmbeddedChannel channel = new EmbeddedChannel();
    channels.add(channel);
    LineCodec.client(channel.pipeline());
    long heard = 0;
    for (int i = 0; i < 500; i++) {
      channel.writeInbound(Unpooled.wrappedBuffer(lines));
      for (Message m = channel.readInbound(); m != null; m = channel.readInbound()) {
        client.session.received(m, client.now);
        heard++;
      }
    }

    assertThat(heard).isEqualTo(1_000_000);
    assertThat(client.out.endings)
        .containsExactly(new Ending.Retry("The pool sends more than 1000 messages a second."));
    assertThat(client.out.notices).hasSizeLessThan(20);
    assertThat(client.out.sent).hasSizeLessThan(10);
  }

  @Test
  void manyNotifiesLeave32Jobs() {
    Client client = Client.live();
    JobBook book = new JobBook(client.session, new Terms(), new ShareCap());
    Message.Notify said = (Message.Notify) Client.read(SERVER_LINES.get(7));
    Extranonce extranonce = new Extranonce(said.coinb2(), 4);
    for (int i = 0; i < 100_000; i++) {
      Message.Notify other =
          new Message.Notify(
              Id.NONE,
              JobId.of("" + i),
              said.prevHash(),
              said.coinb1(),
              said.coinb2(),
              said.branch(),
              said.version(),
              said.nbits(),
              said.time(),
              false);
      book.add(new JobBuilder(other, extranonce), new Terms().target(), false);
    }

    assertThat(book.size()).isEqualTo(32);
  }
}
