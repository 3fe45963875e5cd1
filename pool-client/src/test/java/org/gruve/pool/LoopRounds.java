package org.gruve.pool;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Waits for whole rounds of an event loop, each with a look at its sockets: a byte goes to it and
 * comes back. What was readable before is read before.
 */
final class LoopRounds implements AutoCloseable {
  private final Channel echo;
  private final Socket socket;

  LoopRounds(EventLoop eventLoop) throws IOException {
    echo =
        new ServerBootstrap()
            .group(eventLoop)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Echo())
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
    socket =
        new Socket(
            InetAddress.getLoopbackAddress(), ((InetSocketAddress) echo.localAddress()).getPort());
    socket.setTcpNoDelay(true);
  }

  void pass(int rounds) throws IOException {
    for (int round = 0; round < rounds; round++) {
      socket.getOutputStream().write(round);
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the loop has ended");
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    echo.close().syncUninterruptibly();
  }

  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      var _ = context.writeAndFlush(message);
    }
  }
}
