package org.gruve.stratum.v1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Writes one message and its line end. */
final class LineEncoder extends MessageToByteEncoder<Message> {
  LineEncoder() {
    super(Message.class);
  }

  @Override
  protected void encode(ChannelHandlerContext context, Message message, ByteBuf out) {
    out.writeBytes(MessageWriter.write(message)).writeByte('\n');
  }
}
