package org.gruve.practice;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.function.Function;
import org.gruve.stratum.v1.Message;
import org.jspecify.annotations.Nullable;

/** Joins one connection's channel and its client. */
final class ClientHandler extends SimpleChannelInboundHandler<Message> {
  private final Guests guests;
  private final Function<PracticeClient.Outlet, PracticeClient> welcome;
  private @Nullable PracticeClient client;
  private String reason = "the connection was closed";

  /** Who has to know of clients that come and go. */
  interface Guests {
    void came(PracticeClient client);

    void went(PracticeClient client, String reason);
  }

  ClientHandler(Guests guests, Function<PracticeClient.Outlet, PracticeClient> welcome) {
    this.guests = guests;
    this.welcome = welcome;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    client = welcome.apply(new ChannelOutlet(context));
    guests.came(client);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Message message) {
    if (client != null) {
      client.received(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (client != null) {
      client.gone();
      guests.went(client, reason);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    reason =
        cause instanceof IOException
            ? "the connection broke (" + cause.getMessage() + ")"
            : "of a fault in this program (" + cause + ")";
    var _ = context.close();
  }

  private final class ChannelOutlet implements PracticeClient.Outlet {
    private final ChannelHandlerContext context;

    ChannelOutlet(ChannelHandlerContext context) {
      this.context = context;
    }

    @Override
    public void write(Message message) {
      if (!context.channel().isWritable()) {
        close("it does not read what it is sent");
        return;
      }
      var _ = context.writeAndFlush(message, context.voidPromise());
    }

    @Override
    public void close(String why) {
      reason = why;
      var _ = context.close();
    }
  }
}
