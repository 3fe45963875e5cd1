package org.gruve.core.script;

import java.util.Optional;
import org.gruve.core.hash.Bytes;

/** A script of an output that has an address (Core: CTxDestination). */
public record Address(Bytes script) {
  /** The forms that have one. */
  public enum Type {
    P2PKH,
    P2SH,
    P2WPKH,
    P2WSH,
    P2TR,
    /** Anyone may spend it, to raise a transaction's fee. */
    P2A,
    /** A witness program that no rule knows yet; anyone may spend it. */
    WITNESS_UNKNOWN
  }

  /** IllegalArgumentException for a script without one. */
  public Address {
    if (typeOf(script).isEmpty()) {
      throw new IllegalArgumentException("a script of no form that has an address");
    }
  }

  /** The address of a script, if it has one (Core: ExtractDestination). */
  public static Optional<Address> of(Bytes script) {
    return typeOf(script).map(_ -> new Address(script));
  }

  /**
   * Reads an address of a network; IllegalArgumentException, whose sentence says what is wrong,
   * where it is none (Core: DecodeDestination, but for blanks, which are refused).
   */
  public static Address parse(String text, AddressFormat format) {
    return new Address(Bytes.of(AddressText.script(text, format)));
  }

  /** Its form. */
  public Type type() {
    return typeOf(script).orElseThrow();
  }

  /** As text (Core: EncodeDestination). */
  public String text(AddressFormat format) {
    return AddressText.of(type(), script.toArray(), format);
  }

  private static Optional<Type> typeOf(Bytes bytes) {
    byte[] script = bytes.toArray();
    if (isPayToPublicKeyHash(script)) {
      return Optional.of(Type.P2PKH);
    }
    if (ScriptForm.isPayToScriptHash(script)) {
      return Optional.of(Type.P2SH);
    }
    return Optional.ofNullable(WitnessProgram.of(script)).flatMap(Address::typeOf);
  }

  private static Optional<Type> typeOf(WitnessProgram program) {
    if (program.version() == 0) {
      return switch (program.size()) {
        case 20 -> Optional.of(Type.P2WPKH);
        case 32 -> Optional.of(Type.P2WSH);
        default -> Optional.empty();
      };
    }
    if (program.version() == 1 && program.size() == 32) {
      return Optional.of(Type.P2TR);
    }
    return Optional.of(program.isPayToAnchor() ? Type.P2A : Type.WITNESS_UNKNOWN);
  }

  /** DUP, HASH160, 20 bytes, EQUALVERIFY, CHECKSIG. */
  private static boolean isPayToPublicKeyHash(byte[] script) {
    return script.length == 25
        && script[0] == (byte) Op.OP_DUP
        && script[1] == (byte) Op.OP_HASH160
        && script[2] == 20
        && script[23] == (byte) Op.OP_EQUALVERIFY
        && script[24] == (byte) Op.OP_CHECKSIG;
  }
}
