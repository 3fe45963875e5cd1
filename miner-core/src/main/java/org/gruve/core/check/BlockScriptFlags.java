package org.gruve.core.check;

import java.util.Map;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;

/** With which flags the scripts of a block are run (Core: GetBlockScriptFlags). */
public final class BlockScriptFlags {
  private static final ScriptFlags ALWAYS =
      ScriptFlags.of(ScriptFlag.P2SH, ScriptFlag.WITNESS, ScriptFlag.TAPROOT);

  /** Blocks that were accepted before a rule, and break it (Core: script_flag_exceptions). */
  private static final Map<Hash256, ScriptFlags> EXCEPTIONS =
      Map.of(
          hash("00000000000002dc756eebf4f49723ed8d30cc28a5f108eb94b1ba88ac4f9c22"),
          ScriptFlags.NONE,
          hash("0000000000000000000f14c35b2d841e986ab5441de8c585d5ffe55ea1e395ad"),
          ScriptFlags.of(ScriptFlag.P2SH, ScriptFlag.WITNESS),
          hash("00000000dd30457c001f4095d208cc1296b0eed002427aa599874af7a432b105"),
          ScriptFlags.NONE);

  /** All that a block can have (Core: MANDATORY_SCRIPT_VERIFY_FLAGS). */
  private static final ScriptFlags BINDING =
      ALWAYS.with(
          ScriptFlag.DERSIG,
          ScriptFlag.CHECKLOCKTIMEVERIFY,
          ScriptFlag.CHECKSEQUENCEVERIFY,
          ScriptFlag.NULLDUMMY);

  private BlockScriptFlags() {}

  /** Whether a block can have all of these; the others are policy. */
  static boolean isBinding(ScriptFlags flags) {
    return flags.flags().stream().allMatch(BINDING::has);
  }

  /** Those of the block with this hash at this height. */
  public static ScriptFlags of(Network network, int height, Hash256 hash) {
    ScriptFlags flags = EXCEPTIONS.getOrDefault(hash, ALWAYS);
    Heights since = network.heights();
    flags = height >= since.bip66() ? flags.with(ScriptFlag.DERSIG) : flags;
    flags = height >= since.bip65() ? flags.with(ScriptFlag.CHECKLOCKTIMEVERIFY) : flags;
    flags = height >= since.csv() ? flags.with(ScriptFlag.CHECKSEQUENCEVERIFY) : flags;
    return height >= since.segwit() ? flags.with(ScriptFlag.NULLDUMMY) : flags;
  }

  private static Hash256 hash(String display) {
    return Hash256.fromDisplay(display);
  }
}
