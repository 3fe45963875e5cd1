package org.gruve.core.script;

/** How what is signed is hashed, and which rules scripts obey (Core: SigVersion). */
enum SigVersion {
  /** Scripts of outputs and of P2SH. */
  BASE,
  /** P2WPKH and P2WSH (BIP141, BIP143). */
  WITNESS_V0,
  /** A taproot output spent by its key (BIP341): there is no script. */
  TAPROOT,
  /** A taproot output spent by a leaf of version 0xc0 (BIP342). */
  TAPSCRIPT
}
