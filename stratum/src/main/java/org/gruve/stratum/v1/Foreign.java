package org.gruve.stratum.v1;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gruve.stratum.PoolText;

/** Recognises what speaks another protocol by its first bytes, and says so in one sentence. */
final class Foreign {
  private static final int TLS_ALERT = 0x15;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int TLS_MAJOR = 3;

  private Foreign() {}

  /** Whether the first byte is one that no text begins with; a TLS record needs two to be told. */
  static boolean isBinary(ByteBuf in) {
    int first = in.getUnsignedByte(in.readerIndex());
    if (first == TLS_ALERT || first == TLS_HANDSHAKE) {
      return in.readableBytes() >= 2;
    }
    return first >= 0x7f || (first < ' ' && first != '\n' && first != '\r' && first != '\t');
  }

  static String binary(ByteBuf in, Peer peer) {
    int first = in.getUnsignedByte(in.readerIndex());
    boolean tls =
        (first == TLS_ALERT || first == TLS_HANDSHAKE)
            && in.getUnsignedByte(in.readerIndex() + 1) == TLS_MAJOR;
    if (!tls) {
      return peer.name + " speaks a binary protocol, not Stratum V1; check host and port.";
    }
    return peer == Peer.SERVER
        ? "The pool answers in TLS on this port; use its port for plain stratum+tcp."
        : "The client speaks TLS; this port takes plain stratum+tcp.";
  }

  static String text(byte[] line, Peer peer) {
    String text = new String(line, StandardCharsets.UTF_8).strip();
    String shown = PoolText.clean(text, 60);
    if (text.toUpperCase(Locale.ROOT).startsWith("HTTP/")) {
      return "A web server answers (\"" + shown + "\"), not a Stratum pool; check host and port.";
    }
    if (text.contains(" HTTP/1.")) {
      return "A web client came (\"" + shown + "\"); this port speaks Stratum V1.";
    }
    return peer.name + " does not speak Stratum V1: its first line is \"" + shown + "\".";
  }

  static boolean beginsObject(byte[] line) {
    for (byte b : line) {
      if (b == '{') {
        return true;
      }
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return false;
  }

  static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
