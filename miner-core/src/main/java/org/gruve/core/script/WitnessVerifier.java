package org.gruve.core.script;

import java.util.Arrays;
import java.util.List;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Sha256d;

/** Whether a witness fulfils a program (Core: VerifyWitnessProgram, ExecuteWitnessScript). */
final class WitnessVerifier {
  static final int KEY_HASH_SIZE = 20;
  static final int SCRIPT_HASH_SIZE = 32;
  static final int TAPROOT_SIZE = 32;

  private static final int MAX_SCRIPT_ELEMENT_SIZE = 520;
  private static final int MAX_STACK_SIZE = 1000;

  private final InputChecker checker;
  private final WitnessProgram program;
  private final List<Bytes> witness;
  private final boolean p2sh;

  WitnessVerifier(InputChecker checker, WitnessProgram program, List<Bytes> witness, boolean p2sh) {
    this.checker = checker;
    this.program = program;
    this.witness = witness;
    this.p2sh = p2sh;
  }

  void run() throws ScriptFailure {
    boolean taproot = program.version() == 1 && program.size() == TAPROOT_SIZE && !p2sh;
    if (program.version() == 0) {
      runVersion0();
    } else if (taproot) {
      if (has(ScriptFlag.TAPROOT)) {
        new TaprootVerifier(checker, program.bytes(), witness).run();
      }
    } else if (p2sh || !program.isPayToAnchor()) {
      // Later rules may give it a meaning; until then anyone may spend it.
      boolean free = !has(ScriptFlag.DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM);
      ScriptFailure.unless(free, ScriptError.DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM);
    }
  }

  private void runVersion0() throws ScriptFailure {
    switch (program.size()) {
      case SCRIPT_HASH_SIZE -> runScriptHash();
      case KEY_HASH_SIZE -> {
        ScriptFailure.unless(witness.size() == 2, ScriptError.WITNESS_PROGRAM_MISMATCH);
        execute(checker, witness, payToKeyHash(), SigVersion.WITNESS_V0, ExecutionData.none());
      }
      default -> throw new ScriptFailure(ScriptError.WITNESS_PROGRAM_WRONG_LENGTH);
    }
  }

  private void runScriptHash() throws ScriptFailure {
    ScriptFailure.unless(!witness.isEmpty(), ScriptError.WITNESS_PROGRAM_WITNESS_EMPTY);
    byte[] script = witness.getLast().toArray();
    boolean meant = Arrays.equals(Sha256d.sha256().digest(script), program.bytes());
    ScriptFailure.unless(meant, ScriptError.WITNESS_PROGRAM_MISMATCH);
    List<Bytes> stack = witness.subList(0, witness.size() - 1);
    execute(checker, stack, script, SigVersion.WITNESS_V0, ExecutionData.none());
  }

  private byte[] payToKeyHash() {
    byte[] script = new byte[KEY_HASH_SIZE + 5];
    script[0] = (byte) Op.OP_DUP;
    script[1] = (byte) Op.OP_HASH160;
    script[2] = KEY_HASH_SIZE;
    System.arraycopy(program.bytes(), 0, script, 3, KEY_HASH_SIZE);
    script[KEY_HASH_SIZE + 3] = (byte) Op.OP_EQUALVERIFY;
    script[KEY_HASH_SIZE + 4] = (byte) Op.OP_CHECKSIG;
    return script;
  }

  /** Runs a witness's script, which must leave one true element and nothing else. */
  static void execute(
      InputChecker checker,
      List<Bytes> witness,
      byte[] script,
      SigVersion version,
      ExecutionData data)
      throws ScriptFailure {
    if (version == SigVersion.TAPSCRIPT) {
      if (OpSuccess.isIn(script, checker.flags())) {
        return;
      }
      ScriptFailure.unless(witness.size() <= MAX_STACK_SIZE, ScriptError.STACK_SIZE);
    }
    for (Bytes element : witness) {
      ScriptFailure.unless(element.size() <= MAX_SCRIPT_ELEMENT_SIZE, ScriptError.PUSH_SIZE);
    }
    ScriptStack stack = ScriptStack.of(witness);
    new Evaluation(stack, script, version, checker, data).run();
    ScriptFailure.unless(stack.size() == 1, ScriptError.CLEANSTACK);
    ScriptFailure.unless(ScriptStack.isTrue(stack.top(1)), ScriptError.EVAL_FALSE);
  }

  private boolean has(ScriptFlag flag) {
    return checker.flags().has(flag);
  }
}
