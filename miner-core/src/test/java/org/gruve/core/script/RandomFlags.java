package org.gruve.core.script;

import java.util.Arrays;
import java.util.Random;

/** Sets of flags from a seed. */
public final class RandomFlags {
  private RandomFlags() {}

  /** Each flag with a chance of one half. */
  public static ScriptFlags next(Random random) {
    return ScriptFlags.of(
        Arrays.stream(ScriptFlag.values())
            .filter(flag -> random.nextBoolean())
            .toArray(ScriptFlag[]::new));
  }

  /** These without those. */
  public static ScriptFlags without(ScriptFlags flags, ScriptFlags others) {
    return flags.without(others.flags().toArray(ScriptFlag[]::new));
  }

  /** These and those. */
  public static ScriptFlags with(ScriptFlags flags, ScriptFlags others) {
    return flags.with(others.flags().toArray(ScriptFlag[]::new));
  }
}
