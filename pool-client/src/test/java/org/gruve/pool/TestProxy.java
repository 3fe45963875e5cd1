package org.gruve.pool;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A SOCKS5 and HTTP CONNECT proxy that leads every name to loopback, and notes what it was asked
 * for.
 */
final class TestProxy implements AutoCloseable {
  final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final LoneServer server;
  private final @Nullable String login;
  private int refusal;

  private TestProxy(Proxy.Kind kind, @Nullable String login) throws IOException {
    this.login = login;
    this.server = LoneServer.plain(kind == Proxy.Kind.SOCKS5 ? this::socks : this::http);
  }

  static TestProxy of(Proxy.Kind kind) throws IOException {
    return new TestProxy(kind, null);
  }

  static TestProxy of(Proxy.Kind kind, String login) throws IOException {
    return new TestProxy(kind, login);
  }

  /** A SOCKS reply (RFC 1928, 6) or an HTTP status to answer with. */
  TestProxy refusing(int code) {
    refusal = code;
    return this;
  }

  int port() {
    return server.port();
  }

  private void socks(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    in.readUnsignedByte();
    byte[] methods = in.readNBytes(in.readUnsignedByte());
    boolean offers = new String(methods, StandardCharsets.ISO_8859_1).contains("\2");
    if (login != null && !offers) {
      out.write(new byte[] {5, (byte) 0xff});
      return;
    }
    out.write(new byte[] {5, (byte) (login == null ? 0 : 2)});
    if (login != null) {
      in.readUnsignedByte();
      String said = text(in, in.readUnsignedByte()) + ":" + text(in, in.readUnsignedByte());
      out.write(new byte[] {1, (byte) (said.equals(login) ? 0 : 1)});
    }
    in.skipNBytes(3);
    int type = in.readUnsignedByte();
    String host =
        type == 3
            ? "name " + text(in, in.readUnsignedByte())
            : "address "
                + InetAddress.getByAddress(in.readNBytes(type == 1 ? 4 : 16)).getHostAddress();
    int port = in.readUnsignedShort();
    asked.add(host + " " + port);
    if (refusal != 0) {
      out.write(new byte[] {5, (byte) refusal, 0, 1, 0, 0, 0, 0, 0, 0});
      return;
    }
    try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
      // In one segment with what the target says first.
      byte[] first = target.getInputStream().readNBytes(hurry);
      byte[] reply = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};
      byte[] both = java.util.Arrays.copyOf(reply, reply.length + first.length);
      System.arraycopy(first, 0, both, reply.length, first.length);
      out.write(both);
      relay(client, target);
    }
  }

  private int hurry;

  /** Waits for so many bytes of the target, and sends them in one with the reply. */
  TestProxy withFirst(int bytes) {
    hurry = bytes;
    return this;
  }

  private void http(Socket client) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) client.getInputStream().read());
    }
    String[] words = head.toString().split(" ", 3);
    asked.add(words[0] + " " + words[1]);
    OutputStream out = client.getOutputStream();
    String basic =
        login == null
            ? ""
            : Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    if (login != null && head.indexOf("Basic " + basic) < 0) {
      out.write(ascii("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"));
    } else if (refusal != 0) {
      out.write(ascii("HTTP/1.1 " + refusal + " No\r\ncontent-length: 0\r\n\r\n"));
    } else {
      int port = Integer.parseInt(words[1].substring(words[1].lastIndexOf(':') + 1));
      try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
        out.write(ascii("HTTP/1.1 200 Connection established\r\n\r\n"));
        relay(client, target);
      }
    }
  }

  private static void relay(Socket client, Socket target) throws IOException {
    Thread there = Thread.ofVirtual().start(() -> pump(client, target));
    target.getInputStream().transferTo(client.getOutputStream());
    client.close();
    there.interrupt();
  }

  private static void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // One of the two ends has gone, and the other will notice.
      return;
    }
  }

  private static String text(DataInputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
