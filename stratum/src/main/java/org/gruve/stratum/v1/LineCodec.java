package org.gruve.stratum.v1;

import io.netty.channel.ChannelPipeline;

/**
 * Puts the handlers for one connection into a pipeline: frames, then {@link Message}s. What comes
 * out inbound are only {@link Message}s ({@link Malformed} among them); what goes in outbound are
 * {@link Message}s. Limits of facts section 1.9 are enforced here.
 */
public final class LineCodec {
  private LineCodec() {}

  /** For the client's end of a connection: reads what servers say. */
  public static void client(ChannelPipeline pipeline) {
    throw new UnsupportedOperationException();
  }

  /** For the server's end of a connection: reads what clients say. */
  public static void server(ChannelPipeline pipeline) {
    throw new UnsupportedOperationException();
  }
}
