package org.gruve.core.script;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A set of {@link ScriptFlag}s. */
public final class ScriptFlags {
  /** No rule but those that are always on. */
  public static final ScriptFlags NONE = new ScriptFlags(0);

  private final int bits;

  private ScriptFlags(int bits) {
    this.bits = bits;
  }

  /** These flags. */
  public static ScriptFlags of(ScriptFlag... flags) {
    return NONE.with(flags);
  }

  /** All flags that there are. */
  public static ScriptFlags all() {
    return of(ScriptFlag.values());
  }

  /**
   * Reads names between commas; nothing and {@code NONE} are no flag. IllegalArgumentException for
   * a name that is none.
   */
  public static ScriptFlags parse(String names) {
    if (names.isBlank() || names.equals("NONE")) {
      return NONE;
    }
    return of(
        Arrays.stream(names.split(",", -1))
            .map(name -> ScriptFlag.valueOf(name.strip()))
            .toArray(ScriptFlag[]::new));
  }

  /** Whether a flag is among them. */
  public boolean has(ScriptFlag flag) {
    return (bits & flag.mask()) != 0;
  }

  /** These and those. */
  public ScriptFlags with(ScriptFlag... flags) {
    int joined = bits;
    for (ScriptFlag flag : flags) {
      joined |= flag.mask();
    }
    return new ScriptFlags(joined);
  }

  /** These without those. */
  public ScriptFlags without(ScriptFlag... flags) {
    return new ScriptFlags(bits & ~of(flags).bits);
  }

  /** These, and those that they need: CLEANSTACK needs WITNESS, which needs P2SH. */
  public ScriptFlags withNeeded() {
    ScriptFlags witness = has(ScriptFlag.CLEANSTACK) ? with(ScriptFlag.WITNESS) : this;
    return witness.has(ScriptFlag.WITNESS) ? witness.with(ScriptFlag.P2SH) : witness;
  }

  /** These without those that need one that is not there. */
  public ScriptFlags withoutNeedy() {
    ScriptFlags witness = has(ScriptFlag.P2SH) ? this : without(ScriptFlag.WITNESS);
    return witness.has(ScriptFlag.WITNESS) ? witness : witness.without(ScriptFlag.CLEANSTACK);
  }

  /** The flags in Core's order. */
  public List<ScriptFlag> flags() {
    return Arrays.stream(ScriptFlag.values()).filter(this::has).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScriptFlags that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  /** Names between commas, as {@link #parse} reads them. */
  @Override
  public String toString() {
    return bits == 0
        ? "NONE"
        : flags().stream().map(ScriptFlag::name).collect(Collectors.joining(","));
  }
}
