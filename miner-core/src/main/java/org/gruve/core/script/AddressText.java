package org.gruve.core.script;

import java.util.Arrays;
import java.util.Locale;
import org.gruve.core.hash.Bytes;

/** Addresses as they are written and read (Core: key_io.cpp). */
final class AddressText {
  private static final int HASH = 20;

  private AddressText() {}

  static String of(Address.Type type, byte[] script, AddressFormat format) {
    return switch (type) {
      case P2PKH -> hash(format.publicKeyHash(), script, 3);
      case P2SH -> hash(format.scriptHash(), script, 2);
      default -> witness(script, format);
    };
  }

  private static String hash(int head, byte[] script, int from) {
    byte[] bytes = new byte[1 + HASH];
    bytes[0] = (byte) head;
    System.arraycopy(script, from, bytes, 1, HASH);
    return Base58.encodeChecked(bytes);
  }

  /** BIP141's program is the script behind its two first bytes. */
  private static String witness(byte[] script, AddressFormat format) {
    byte[] groups = Bech32.regroup(script, 2, 8, 5);
    byte[] values = new byte[1 + groups.length];
    values[0] = (byte) (script[0] == 0 ? 0 : script[0] - Op.OP_1 + 1);
    System.arraycopy(groups, 0, values, 1, groups.length);
    return new Bech32(format.witness(), Bytes.of(values), variant(values[0])).encode();
  }

  /** The script of an address; IllegalArgumentException where it is none. */
  static byte[] script(String text, AddressFormat format) {
    int size = Math.min(text.length(), format.witness().length());
    boolean witness = text.substring(0, size).toLowerCase(Locale.ROOT).equals(format.witness());
    return witness ? witnessScript(text, format) : hashScript(text, format);
  }

  private static byte[] hashScript(String text, AddressFormat format) {
    byte[] bytes = Base58.decodeChecked(text, 1 + HASH);
    if (bytes == null || bytes.length != 1 + HASH) {
      throw refused(
          "neither base58 with a right checksum nor one that begins with "
              + format.witness()
              + "1");
    }
    int head = Byte.toUnsignedInt(bytes[0]);
    byte[] hash = Arrays.copyOfRange(bytes, 1, bytes.length);
    if (head == format.publicKeyHash()) {
      return around(
          new int[] {Op.OP_DUP, Op.OP_HASH160, HASH}, hash, Op.OP_EQUALVERIFY, Op.OP_CHECKSIG);
    }
    if (head == format.scriptHash()) {
      return around(new int[] {Op.OP_HASH160, HASH}, hash, Op.OP_EQUAL);
    }
    throw refused("of another network, or no address");
  }

  private static byte[] witnessScript(String text, AddressFormat format) {
    Bech32 decoded = Bech32.decode(text);
    if (decoded == null) {
      throw refused("not bech32 with a right checksum");
    }
    byte[] values = decoded.values().toArray();
    if (!decoded.prefix().equals(format.witness()) || values.length == 0 || values[0] > 16) {
      throw refused("of another network, or no address of a witness program");
    }
    if (decoded.variant() != variant(values[0])) {
      throw refused("with the checksum of another witness version");
    }
    byte[] program = program(values);
    int version = values[0];
    boolean sized = program.length >= 2 && program.length <= 40;
    if (!sized || (version == 0 && program.length != HASH && program.length != 32)) {
      throw refused("of a witness program of " + program.length + " bytes, which there is none of");
    }
    return around(new int[] {version == 0 ? 0 : Op.OP_1 + version - 1, program.length}, program);
  }

  /** Five bits each, and fewer than five of padding, all zeros, at the end. */
  private static byte[] program(byte[] values) {
    int bits = 5 * (values.length - 1);
    byte[] program = Arrays.copyOf(Bech32.regroup(values, 1, 5, 8), bits / 8);
    byte[] again = Bech32.regroup(program, 0, 8, 5);
    if (bits % 8 >= 5 || !Arrays.equals(again, 0, again.length, values, 1, values.length)) {
      throw refused("padded wrongly");
    }
    return program;
  }

  private static Bech32.Variant variant(int version) {
    return version == 0 ? Bech32.Variant.BECH32 : Bech32.Variant.BECH32M;
  }

  private static byte[] around(int[] head, byte[] bytes, int... tail) {
    byte[] script = new byte[head.length + bytes.length + tail.length];
    int at = 0;
    for (int opcode : head) {
      script[at++] = (byte) opcode;
    }
    System.arraycopy(bytes, 0, script, at, bytes.length);
    at += bytes.length;
    for (int opcode : tail) {
      script[at++] = (byte) opcode;
    }
    return script;
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException("an address that is " + what);
  }
}
