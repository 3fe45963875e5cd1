package org.gruve.core.script;

/**
 * Rules of the interpreter that can be on or off (Core: script_verify_flag_name, without its
 * prefix). What is called policy is never on for a block.
 */
public enum ScriptFlag {
  /** Evaluate the redeem scripts of BIP16. */
  P2SH(0),

  /** Only strict DER, defined hash types, and keys of known forms (policy). */
  STRICTENC(1),

  /** Only strict DER (BIP66). */
  DERSIG(2),

  /** Only signatures with s in its lower half (policy). */
  LOW_S(3),

  /** The element that CHECKMULTISIG takes too much is empty (BIP147). */
  NULLDUMMY(4),

  /** Input scripts only push (policy). */
  SIGPUSHONLY(5),

  /** Pushes and numbers in their shortest form (policy). */
  MINIMALDATA(6),

  /** No operation that a later rule may give a meaning (policy). */
  DISCOURAGE_UPGRADABLE_NOPS(7),

  /** One element is left at the end (policy); needs P2SH and WITNESS. */
  CLEANSTACK(8),

  /** BIP65. */
  CHECKLOCKTIMEVERIFY(9),

  /** BIP112. */
  CHECKSEQUENCEVERIFY(10),

  /** Segregated witness (BIP141); needs P2SH. */
  WITNESS(11),

  /** No witness program that means nothing yet (policy). */
  DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM(12),

  /** In version 0 scripts IF takes exactly nothing or 1 (policy). */
  MINIMALIF(13),

  /** Signatures that do not hold are empty (policy). */
  NULLFAIL(14),

  /** Only compressed keys in version 0 scripts (policy). */
  WITNESS_PUBKEYTYPE(15),

  /** No CODESEPARATOR and no signature in what it signs, outside of witnesses (policy). */
  CONST_SCRIPTCODE(16),

  /** BIP341 and BIP342. */
  TAPROOT(17),

  /** No leaf version that means nothing yet (policy). */
  DISCOURAGE_UPGRADABLE_TAPROOT_VERSION(18),

  /** No OP_SUCCESSx (policy). */
  DISCOURAGE_OP_SUCCESS(19),

  /** No key type that means nothing yet in tapscript (policy). */
  DISCOURAGE_UPGRADABLE_PUBKEYTYPE(20);

  private final int mask;

  ScriptFlag(int bit) {
    mask = 1 << bit;
  }

  int mask() {
    return mask;
  }
}
