package org.gruve.pool;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.stratum.v1.LineCodec;
import org.gruve.stratum.v1.Message;
import org.gruve.stratum.v1.ServerJob;
import org.gruve.stratum.v1.ServerOutput;
import org.gruve.stratum.v1.ServerSession;
import org.gruve.stratum.v1.ServerSettings;
import org.gruve.stratum.v1.ShareVerdict;
import org.gruve.stratum.v1.SubmittedShare;

/** A pool made of the server's end of our sessions. It judges shares with the JDK's SHA-256. */
final class SessionPool implements AutoCloseable {
  private static final Hash256 PARENT = Hash256.of(new byte[32], 0);
  private static final HeaderTemplate HEADER =
      new HeaderTemplate(0x20000000, PARENT, 1_800_000_000, 0x1d00ffff);

  private final PoolLoop loop;
  private final boolean ownsLoop;
  private final int port;
  private Channel server;
  private volatile boolean mute;
  private volatile boolean resuming;
  private final List<Difficulty> suggestions = new CopyOnWriteArrayList<>();
  private final List<Client> clients = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();

  SessionPool() {
    this(PoolLoop.start("session-pool"), true);
  }

  /** On a loop that is another's. */
  SessionPool(PoolLoop loop) {
    this(loop, false);
  }

  private SessionPool(PoolLoop loop, boolean ownsLoop) {
    this.loop = loop;
    this.ownsLoop = ownsLoop;
    this.server = bind(0).syncUninterruptibly().channel();
    this.port = ((InetSocketAddress) server.localAddress()).getPort();
  }

  private ChannelFuture bind(int port) {
    return new ServerBootstrap()
        .group(loop.eventLoop())
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                LineCodec.server(channel.pipeline());
                Client client = new Client(channel, clients.size() + 1);
                clients.add(client);
                channel.pipeline().addLast(client);
              }
            })
        .bind(InetAddress.getLoopbackAddress(), port);
  }

  /** Goes away with all connections. */
  void down() {
    server.close().syncUninterruptibly();
    clients.forEach(client -> client.channel.close().syncUninterruptibly());
  }

  /** Comes back at the same port, as soon as the loop has let go of it. */
  void up() {
    for (int round = 0; round < 1000; round++) {
      ChannelFuture binding = bind(port).awaitUninterruptibly();
      if (binding.isSuccess()) {
        server = binding.channel();
        return;
      }
    }
    throw new AssertionError("port " + port + " is still in use");
  }

  /** Hears nothing from now on, or hears again. */
  void mute(boolean deaf) {
    mute = deaf;
  }

  /** Gives those who come back their extranonce again, or not. */
  void resuming(boolean takesUp) {
    resuming = takesUp;
  }

  /** How many connections are open. */
  long open() {
    return clients.stream().filter(client -> client.channel.isOpen()).count();
  }

  int connections() {
    return clients.size();
  }

  PoolAccount account(String user) {
    return new PoolAccount(new PoolUrl("127.0.0.1", port), user, "x");
  }

  int accepted() {
    return accepted.get();
  }

  List<Difficulty> suggestions() {
    return suggestions;
  }

  /** Does something with the newest client's session, on its thread. */
  void tell(Consumer<ServerSession> words) {
    loop.eventLoop().submit(() -> words.accept(clients.getLast().session)).syncUninterruptibly();
  }

  /** Sends a job to all who are logged in. */
  void jobs(String id, boolean clean) {
    loop.eventLoop()
        .submit(
            () ->
                clients.stream()
                    .filter(client -> client.ready && client.channel.isOpen() && !mute)
                    .forEach(client -> client.session.job(job(id, clean))))
        .syncUninterruptibly();
  }

  /** Cuts the newest client's connection. */
  void cut() {
    clients.getLast().channel.close().syncUninterruptibly();
  }

  static ServerJob job(String id, boolean clean) {
    Bytes coinb1 =
        Bytes.ofHex("01000000010000000000000000000000000000000000000000000000000000000000000000ff");
    Bytes coinb2 = Bytes.ofHex("ffffffff0100f2052a010000000151" + "00000000");
    return new ServerJob(id, HEADER, coinb1, coinb2, List.of(), clean);
  }

  static Difficulty difficulty(String text) {
    return new Difficulty(new BigDecimal(text));
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    if (ownsLoop) {
      loop.close();
    }
  }

  private final class Client extends SimpleChannelInboundHandler<Message> implements ServerOutput {
    private final Channel channel;
    private final ServerSession session;
    private boolean ready;

    Client(Channel channel, int number) {
      this.channel = channel;
      session =
          new ServerSession(
              new ServerSettings("s" + number, extranonce1(number), 4, 0x1fffe000), this);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Message message) {
      if (!mute) {
        session.received(message, System.nanoTime());
      }
    }

    @Override
    public void send(Message message) {
      var _ = channel.writeAndFlush(message);
    }

    @Override
    public Optional<Bytes> resume(String sessionId) {
      return resuming && sessionId.matches("s[0-9]{1,6}")
          ? Optional.of(extranonce1(Integer.parseInt(sessionId.substring(1))))
          : Optional.empty();
    }

    @Override
    public boolean authorize(String user, String password) {
      return true;
    }

    @Override
    public void suggested(Difficulty difficulty) {
      suggestions.add(difficulty);
    }

    @Override
    public void ready() {
      ready = true;
      session.difficulty(difficulty("1e-9"));
      session.job(job("first", true));
    }

    @Override
    public ShareVerdict judge(SubmittedShare share) {
      if (hash(share).compareTo(share.target().value()) > 0) {
        return new ShareVerdict.Refused(23, "Low difficulty share");
      }
      accepted.incrementAndGet();
      return new ShareVerdict.Accepted();
    }

    @Override
    public void close(String why) {
      var _ = channel.close();
    }
  }

  private static Bytes extranonce1(int number) {
    return Bytes.ofHex("%08x".formatted(number));
  }

  private static BigInteger hash(SubmittedShare share) {
    ByteArrayOutputStream coinbase = new ByteArrayOutputStream();
    coinbase.writeBytes(share.job().coinb1().toArray());
    coinbase.writeBytes(share.extranonce1().toArray());
    coinbase.writeBytes(share.extranonce2().toArray());
    coinbase.writeBytes(share.job().coinb2().toArray());
    ByteBuffer header = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(share.version()).put(new byte[32]).put(twice(coinbase.toByteArray()));
    header.putInt(share.time()).putInt(HEADER.nbits()).putInt(share.nonce());
    byte[] hash = twice(header.array());
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = hash[31 - i];
    }
    return new BigInteger(1, bigEndian);
  }

  private static byte[] twice(byte[] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return sha256.digest(sha256.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
