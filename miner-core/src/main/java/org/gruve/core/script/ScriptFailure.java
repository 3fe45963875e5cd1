package org.gruve.core.script;

/**
 * Ends the interpreter at the place where a script fails. It never leaves this package: who asks
 * gets a {@link ScriptError}. It has no stack trace, so hostile scripts cannot make it dear.
 */
final class ScriptFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final ScriptError error;

  ScriptFailure(ScriptError error) {
    super(error.name(), null, false, false);
    this.error = error;
  }

  ScriptError error() {
    return error;
  }

  /** Fails with an error unless something is so. */
  static void unless(boolean holds, ScriptError error) throws ScriptFailure {
    if (!holds) {
      throw new ScriptFailure(error);
    }
  }
}
