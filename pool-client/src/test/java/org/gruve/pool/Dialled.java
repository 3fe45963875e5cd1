package org.gruve.pool;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A dial on a real loop with manual time, and what came of it. */
final class Dialled implements Dial.Caller, AutoCloseable {
  final PoolLoop system = PoolLoop.start("test-dial");
  final ManualTimers timers = new ManualTimers(system.eventLoop());
  final List<String> asked = new ArrayList<>();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final StringBuilder line = new StringBuilder();
  private final boolean reads;

  private Dialled(boolean reads) {
    this.reads = reads;
  }

  static Dialled to(Endpoint to, Way way) {
    return to(to, way, true);
  }

  static Dialled to(Endpoint to, Way way, boolean reads) {
    Dialled dialled = new Dialled(reads);
    PoolLoop loop = new PoolLoop(dialled.system.eventLoop(), dialled.timers);
    Names names =
        host -> {
          dialled.asked.add(host);
          return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        };
    loop.eventLoop().execute(() -> new Dial(to, way, loop, dialled).start(names));
    return dialled;
  }

  /** The next of: "connected ...", "failed: ...", a line that was read, "passed ...". */
  String next() {
    try {
      String next = said.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing happens");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next that begins so. */
  String next(String start) {
    String next = next();
    while (!next.startsWith(start)) {
      next = next();
    }
    return next;
  }

  boolean nothingMore() {
    return said.isEmpty();
  }

  void advance(Duration time) {
    timers.advance(time);
  }

  @Override
  public void connected(Channel channel, String description) {
    said.add("connected " + description);
    if (!reads) {
      return;
    }
    channel
        .pipeline()
        .addLast(
            new SimpleChannelInboundHandler<ByteBuf>() {
              @Override
              protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
                line.append(bytes.toString(StandardCharsets.UTF_8));
                for (int at = line.indexOf("\n"); at >= 0; at = line.indexOf("\n")) {
                  said.add("line " + line.substring(0, at));
                  line.delete(0, at + 1);
                }
              }
            });
    channel.config().setAutoRead(true);
  }

  @Override
  public void failed(String reason) {
    said.add("failed: " + reason);
  }

  @Override
  public void passed(Dial.Stage stage, String found) {
    said.add("passed " + stage + " " + found);
  }

  @Override
  public void close() {
    system.close();
  }
}
