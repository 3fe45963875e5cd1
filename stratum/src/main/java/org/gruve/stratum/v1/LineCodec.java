package org.gruve.stratum.v1;

import io.netty.channel.ChannelPipeline;

/**
 * Puts the handlers for one connection into a pipeline: frames, then {@link Message}s. What comes
 * out inbound are only {@link Message}s ({@link Malformed} among them); what goes in outbound are
 * {@link Message}s. Limits of docs/stratum-v1.md, 9 are enforced here. After a {@link
 * Message.Unreadable} nothing more comes out: all further bytes are discarded.
 */
public final class LineCodec {
  /** A miner's longest line, a configure with every extension, has a few hundred bytes. */
  private static final int CLIENT_LINE = 16 * 1024;

  private LineCodec() {}

  /** For the client's end of a connection: reads what servers say. */
  public static void client(ChannelPipeline pipeline) {
    pipeline.addLast(new LineDecoder(Json.MAX_LINE, Peer.SERVER), new LineEncoder());
  }

  /** For the server's end of a connection: reads what clients say. */
  public static void server(ChannelPipeline pipeline) {
    pipeline.addLast(new LineDecoder(CLIENT_LINE, Peer.CLIENT), new LineEncoder());
  }
}
