package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCodecTest {
  private static final String TWO_LINES =
      "{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[2]}\r\n\n \n"
          + "{\"id\":4,\"result\":true,\"error\":null}\n";

  private EmbeddedChannel channel = client();

  private static EmbeddedChannel client() {
    EmbeddedChannel channel = new EmbeddedChannel();
    LineCodec.client(channel.pipeline());
    return channel;
  }

  @AfterEach
  void leavesNothingBehind() {
    assertFalse(channel.finish());
  }

  private void feed(byte[] bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes));
  }

  private void feed(String text) {
    feed(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Message> heard() {
    List<Message> messages = new ArrayList<>();
    for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
      messages.add((Message) next);
    }
    return messages;
  }

  private void assertTwoLines() {
    assertThat(heard())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Message.SetDifficulty.class),
            second -> assertThat(second).isInstanceOf(Message.Response.class));
  }

  @Test
  void readsByteByByte() {
    for (byte b : TWO_LINES.getBytes(StandardCharsets.UTF_8)) {
      feed(new byte[] {b});
    }
    assertTwoLines();
  }

  @Test
  void readsSplitAtEveryPoint() {
    byte[] bytes = TWO_LINES.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at <= bytes.length; at++) {
      channel = client();
      feed(Arrays.copyOfRange(bytes, 0, at));
      feed(Arrays.copyOfRange(bytes, at, bytes.length));
      assertTwoLines();
      assertFalse(channel.finish());
    }
    channel = client();
  }

  @Test
  void endsAtALineThatIsTooLong() {
    feed("{\"id\":1,\"result\":true}\n");
    byte[] part = new byte[64 * 1024];
    Arrays.fill(part, (byte) ' ');
    for (int i = 0; i < 40; i++) {
      feed(part);
    }
    feed("{\"id\":2,\"result\":true}\n");

    assertThat(heard())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Message.Response.class),
            second ->
                assertThat(second)
                    .isInstanceOfSatisfying(
                        Message.Unreadable.class,
                        end -> {
                          assertThat(end.foreign()).isFalse();
                          assertThat(end.reason()).contains("1048576 bytes");
                        }));
  }

  @Test
  void takesALineOfAlmostOneMebibyte() {
    feed("{\"id\":1,\"result\":true}\n");
    String text = "x".repeat(Json.MAX_LINE - 200);
    feed("{\"id\":2,\"result\":\"" + text + "\"}\n");

    assertThat(heard()).hasSize(2).allMatch(Message.Response.class::isInstance);
  }

  @Test
  void endsAfter64KibibytesWithoutAValidLine() {
    for (int i = 0; i < 70; i++) {
      feed("{" + "x".repeat(1022) + "\n");
    }
    List<Message> heard = heard();

    assertThat(heard.getLast())
        .isInstanceOfSatisfying(
            Message.Unreadable.class, end -> assertThat(end.foreign()).isTrue());
    assertThat(heard).hasSizeLessThan(66);
  }

  @Test
  void countsBlankLinesBeforeTheFirstValidOne() {
    feed("\n".repeat(70_000));

    assertThat(heard()).singleElement().isInstanceOf(Message.Unreadable.class);
  }

  @Test
  void endsOneWhoSendsOnlyBlankLinesButNotOneWhoSendsAFew() {
    for (int i = 0; i < 10; i++) {
      feed("{\"id\":1,\"result\":true}\n" + "\r\n".repeat(30_000));
    }
    assertThat(heard()).hasSize(10).allMatch(Message.Response.class::isInstance);
    feed("\n".repeat(10_000));

    assertThat(heard())
        .containsExactly(new Message.Unreadable(false, "The pool sends only blank lines."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n",
        "HTTP/1.0 404 Not Found\n",
        "http/1.1 400 no\n"
      })
  void recognisesAWebServer(String answer) {
    feed(answer);
    assertForeign("A web server answers (\"" + answer.lines().findFirst().orElseThrow());
  }

  @Test
  void recognisesAWebServerThatEndsWithoutALine() {
    feed("HTTP/1.1 400 Bad Request");
    channel.close().syncUninterruptibly();
    assertForeign("A web server answers");
  }

  @Test
  void recognisesTls() {
    feed(new byte[] {0x15});
    assertThat(heard()).isEmpty();
    feed(new byte[] {0x03, 0x03, 0, 2, 2, 70});
    assertForeign("The pool answers in TLS");
  }

  @Test
  void recognisesBinary() {
    feed(new byte[] {(byte) 0xf9, (byte) 0xbe, (byte) 0xb4, (byte) 0xd9});
    assertForeign("The pool speaks a binary protocol");
  }

  @Test
  void recognisesAnyOtherGreeting() {
    feed("SSH-2.0-OpenSSH_9.6 \u001b[31m\r\n");
    assertForeign("its first line is \"SSH-2.0-OpenSSH_9.6 ?[31m\"");
  }

  @Test
  void recognisesABrowserAtTheServer() {
    channel = new EmbeddedChannel();
    LineCodec.server(channel.pipeline());
    feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    assertForeign("A web client came (\"GET / HTTP/1.1\")");
  }

  private void assertForeign(String sentence) {
    assertThat(heard())
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Unreadable.class,
            end -> {
              assertThat(end.foreign()).isTrue();
              assertThat(end.reason()).contains(sentence).doesNotContain("\u001b");
            });
  }

  @Test
  void writesOneLineForEachMessage() {
    channel.writeOutbound(new Message.Ping(Id.of(1)), new Message.Ping(Id.of(2)));

    assertThat(written()).isEqualTo("{\"id\":1,\"method\":\"mining.ping\",\"params\":[]}\n");
    assertThat(written()).isEqualTo("{\"id\":2,\"method\":\"mining.ping\",\"params\":[]}\n");
  }

  private String written() {
    ByteBuf out = channel.readOutbound();
    try {
      return out.toString(StandardCharsets.UTF_8);
    } finally {
      out.release();
    }
  }
}
