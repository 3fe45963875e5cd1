package org.gruve.practice;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.gruve.core.block.Difficulty;
import org.gruve.pool.PoolLoop;
import org.gruve.stratum.v1.LineCodec;

/**
 * A small but real Stratum V1 pool over the practice network, on its own event loop, to which the
 * chain belongs as long as the pool is open. Its methods may be called from any other thread.
 */
public final class PracticePool implements AutoCloseable {
  private static final int MAX_CLIENTS = 256;

  private final PoolLoop loop;
  private final PracticeEvents events;
  private final Floor floor;
  private final ChannelGroup connections;
  private final Channel server;

  private PracticePool(
      PracticeChain chain, InetSocketAddress address, PoolLoop loop, PracticeEvents events)
      throws IOException {
    this.loop = loop;
    this.events = events;
    this.floor = new Floor(chain, loop, events);
    this.connections = new DefaultChannelGroup(loop.eventLoop());
    this.server = bind(address);
    onLoop(floor::open);
  }

  /** Binds and serves; IOException's message is one sentence when the address is taken. */
  public static PracticePool listen(
      PracticeChain chain, InetSocketAddress address, PoolLoop loop, PracticeEvents events)
      throws IOException {
    return new PracticePool(chain, address, loop, events);
  }

  private Channel bind(InetSocketAddress address) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop.eventLoop())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(new Door())
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "the practice pool cannot listen at "
              + address.getHostString()
              + ":"
              + address.getPort()
              + " ("
              + bound.cause().getMessage()
              + "): choose another address or port",
          bound.cause());
    }
    return bound.channel();
  }

  /** Lets connections in, as long as there is room. */
  private final class Door extends ChannelInitializer<Channel> {
    private boolean full;

    @Override
    protected void initChannel(Channel channel) {
      String name = name(channel);
      if (connections.size() >= MAX_CLIENTS) {
        var _ = channel.close();
        turnedAway(name);
        return;
      }
      full = false;
      connections.add(channel);
      LineCodec.server(channel.pipeline());
      channel.pipeline().addLast(new ClientHandler(floor, outlet -> floor.welcome(name, outlet)));
    }

    private void turnedAway(String name) {
      if (!full) {
        full = true;
        events.oddity(
            "the client "
                + name
                + " was turned away, and so will others be: there are "
                + MAX_CLIENTS
                + " already");
      }
    }

    private static String name(Channel channel) {
      return channel.remoteAddress() instanceof InetSocketAddress from
          ? NetUtil.toSocketAddressString(from)
          : "unknown";
    }
  }

  /** Where it listens, with the real port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  /** Gives every client this difficulty, and no other from now on but the network's own. */
  void fixDifficulty(Difficulty difficulty) {
    onLoop(() -> floor.fixDifficulty(difficulty.value().doubleValue()));
  }

  /**
   * Gives every client that can follow another extranonce1 of {@code size} bytes, 4 to 7, and an
   * extranonce2 of what is left of 8.
   */
  void changeExtranonces(int size) {
    onLoop(() -> floor.changeExtranonces(size));
  }

  /** Changes the version bits that may be rolled, at once and for clients to come. */
  void changeVersionMask(int mask) {
    onLoop(() -> floor.changeVersionMask(mask));
  }

  /** Cuts every connection, and goes on listening. */
  void dropConnections() {
    connections.close().awaitUninterruptibly();
    onLoop(() -> {});
  }

  /** Closes the server and its connections; the chain stays open. */
  @Override
  public void close() {
    if (loop.eventLoop().isShuttingDown()) {
      // The loop takes its channels with it.
      return;
    }
    onLoop(floor::close);
    server.close().awaitUninterruptibly();
    dropConnections();
    awaitTurn();
  }

  /** Waits for a turn of the loop: only the selector's next look gives a closed port back. */
  private void awaitTurn() {
    Promise<Void> turned = loop.eventLoop().newPromise();
    Runnable turn = () -> turned.trySuccess(null);
    if (loop.eventLoop() instanceof SingleThreadEventLoop single) {
      single.executeAfterEventLoopIteration(() -> single.execute(turn));
    } else {
      turn.run();
    }
    turned.syncUninterruptibly();
  }

  /** Runs it there and waits; what it set off, such as goodbyes of clients, has run as well. */
  private void onLoop(Runnable task) {
    loop.eventLoop().submit(task).syncUninterruptibly();
  }
}
