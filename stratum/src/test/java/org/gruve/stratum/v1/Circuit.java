package org.gruve.stratum.v1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import org.gruve.core.work.Share;

/** A client session and a server session, joined by real bytes through both codecs. */
final class Circuit {
  final Client client;
  final Server server;
  private final EmbeddedChannel clientEnd = new EmbeddedChannel();
  private final EmbeddedChannel serverEnd = new EmbeddedChannel();
  private int clientSent;
  private int serverSent;

  Circuit(ClientSettings settings, Server server) {
    this.client = new Client(settings);
    this.server = server;
    LineCodec.client(clientEnd.pipeline());
    LineCodec.server(serverEnd.pipeline());
    client.session.connected(client.now);
    settle();
  }

  void submit(Share share) {
    client.submit(share);
    settle();
  }

  /** Carries all that either has to say until both are silent. */
  void settle() {
    boolean moved = true;
    while (moved) {
      moved = false;
      while (clientSent < client.out.sent.size()) {
        clientEnd.writeOutbound(client.out.sent.get(clientSent++));
        moved = true;
      }
      while (serverSent < server.sent.size()) {
        serverEnd.writeOutbound(server.sent.get(serverSent++));
        moved = true;
      }
      carry(clientEnd, serverEnd);
      carry(serverEnd, clientEnd);
      hear();
    }
  }

  private static void carry(EmbeddedChannel from, EmbeddedChannel to) {
    for (ByteBuf bytes = from.readOutbound(); bytes != null; bytes = from.readOutbound()) {
      to.writeInbound(bytes);
    }
  }

  private void hear() {
    for (Message m = serverEnd.readInbound(); m != null; m = serverEnd.readInbound()) {
      server.session.received(m, server.now);
    }
    for (Message m = clientEnd.readInbound(); m != null; m = clientEnd.readInbound()) {
      client.session.received(m, client.now);
    }
  }
}
