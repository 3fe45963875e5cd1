package org.gruve.stratum.v1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts bytes into lines and hands each on as a {@link Message}. Until the first line that is a
 * message it also watches for other protocols and for too much of anything.
 */
final class LineDecoder extends ByteToMessageDecoder {
  /** What may come before the first valid line; an HTTP error page is longer or no JSON. */
  static final int MAX_BEFORE_FIRST = 64 * 1024;

  private static final int MAX_BLANK = 64 * 1024;

  private final int maxLine;
  private final Peer peer;

  /** Bytes of the current line that were searched already. */
  private int searched;

  /** Bytes of the invalid lines before the first valid one; -1 after that. */
  private int before;

  /** Bytes of the blank lines since the last other one. */
  private int blank;

  private boolean ended;

  LineDecoder(int maxLine, Peer peer) {
    this.maxLine = maxLine;
    this.peer = peer;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (ended) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (before >= 0 && Foreign.isBinary(in)) {
      end(in, out, new Message.Unreadable(true, Foreign.binary(in, peer)));
      return;
    }
    int length = lineLength(in);
    if (Math.max(length, length < 0 ? in.readableBytes() : 0) > limit()) {
      end(in, out, tooLong(Math.max(length, in.readableBytes())));
    } else if (length >= 0) {
      line(in, length, out);
    }
  }

  /** The connection ends: what stands before the first valid line may still say who answered. */
  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (!ended && before >= 0 && in.isReadable()) {
      line(in, in.readableBytes(), out);
    }
  }

  private int limit() {
    return before < 0 ? maxLine : Math.min(maxLine, MAX_BEFORE_FIRST - before);
  }

  private int lineLength(ByteBuf in) {
    int from = in.readerIndex() + searched;
    int end = in.indexOf(from, in.writerIndex(), (byte) '\n');
    searched = end < 0 ? in.readableBytes() : 0;
    return end < 0 ? -1 : end - in.readerIndex();
  }

  private void line(ByteBuf in, int length, List<Object> out) {
    byte[] line = ByteBufUtil.getBytes(in, in.readerIndex(), length);
    in.skipBytes(Math.min(length + 1, in.readableBytes()));
    if (Foreign.isBlank(line)) {
      count(length);
      blank(in, length, out);
      return;
    }
    blank = 0;
    if (before >= 0 && !Foreign.beginsObject(line)) {
      end(in, out, new Message.Unreadable(true, Foreign.text(line, peer)));
      return;
    }
    Message message = MessageReader.read(line);
    if (message instanceof Malformed) {
      count(length);
    } else {
      before = -1;
    }
    out.add(message);
  }

  private void count(int length) {
    if (before >= 0) {
      before += length + 1;
    }
  }

  /** Blank lines are no messages, so no rate bounds them: one who sends nothing else is ended. */
  private void blank(ByteBuf in, int length, List<Object> out) {
    blank += length + 1;
    if (blank > MAX_BLANK) {
      end(in, out, new Message.Unreadable(before >= 0, peer.name + " sends only blank lines."));
    }
  }

  private Message tooLong(int bytes) {
    return before < 0
        ? new Message.Unreadable(
            false,
            "%s sent a line of more than %d bytes (%d so far)."
                .formatted(peer.name, maxLine, bytes))
        : new Message.Unreadable(
            true,
            "%s sent %d bytes without a line of Stratum.".formatted(peer.name, before + bytes));
  }

  private void end(ByteBuf in, List<Object> out, Message last) {
    ended = true;
    in.skipBytes(in.readableBytes());
    out.add(last);
  }
}
