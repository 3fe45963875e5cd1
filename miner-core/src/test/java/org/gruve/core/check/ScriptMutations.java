package org.gruve.core.check;

import static org.gruve.core.check.MutationChain.REWARD;
import static org.gruve.core.check.MutationChain.input;
import static org.gruve.core.check.MutationChain.out;
import static org.gruve.core.check.MutationChain.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.gruve.core.block.Block;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.script.ScriptError;

/** Spends whose scripts fail, each for another reason; none needs a signature. */
final class ScriptMutations {
  private static final String KEY =
      "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

  private final MutationChain chain;
  private final List<Mutation> all = new ArrayList<>();

  private ScriptMutations(MutationChain chain) {
    this.chain = chain;
  }

  static List<Mutation> of(MutationChain chain) {
    ScriptMutations mutations = new ScriptMutations(chain);
    mutations.values();
    mutations.opcodes();
    mutations.limits();
    mutations.signatures();
    mutations.lockTimes();
    mutations.witnesses();
    return mutations.all;
  }

  /** What pays to the hash of a script (BIP16 or BIP141). */
  static Bytes hashOf(Bytes script, boolean witness) {
    byte[] sha256 = sha256(script.toArray());
    if (witness) {
      return Bytes.ofHex("0020").then(Bytes.of(sha256));
    }
    RIPEMD160Digest digest = new RIPEMD160Digest();
    digest.update(sha256, 0, sha256.length);
    byte[] hash = new byte[20];
    digest.doFinal(hash, 0);
    return Bytes.ofHex("a914").then(Bytes.of(hash)).then(Bytes.ofHex("87"));
  }

  private void values() {
    add(ScriptError.EVAL_FALSE, "00", "");
    add(ScriptError.VERIFY, "006951", "");
    add(ScriptError.EQUALVERIFY, "51528851", "");
    add(ScriptError.NUMEQUALVERIFY, "51529d51", "");
    add(ScriptError.OP_RETURN, "516a", "");
    add(ScriptError.SCRIPTNUM, "05010203040551936951", "");
  }

  private void opcodes() {
    add(ScriptError.BAD_OPCODE, "50", "51");
    add(ScriptError.DISABLED_OPCODE, "0063956851", "");
    add(ScriptError.INVALID_STACK_OPERATION, "75", "");
    add(ScriptError.INVALID_ALTSTACK_OPERATION, "6c", "");
    add(ScriptError.UNBALANCED_CONDITIONAL, "5163", "");
  }

  private void limits() {
    add(ScriptError.PUSH_SIZE, push(521).hex() + "51", "");
    add(ScriptError.OP_COUNT, "61".repeat(202) + "51", "");
    add(ScriptError.STACK_SIZE, "51".repeat(1001), "");
    add(ScriptError.SCRIPT_SIZE, "51", "51".repeat(10_001));
    add(ScriptError.PUBKEY_COUNT, "0000" + "0115" + "ae", "");
    add(ScriptError.SIG_COUNT, "00" + "51" + "00" + "ae", "");
  }

  private void signatures() {
    add(ScriptError.SIG_DER, "21" + KEY + "ac", "03" + "300101");
    add(ScriptError.SIG_NULLDUMMY, "0000ae", "51");
    add(ScriptError.CHECKSIGVERIFY, "21" + KEY + "ad51", "00");
    add(ScriptError.CHECKMULTISIGVERIFY, "51" + "21" + KEY + "51" + "af51", "0000");
  }

  private void lockTimes() {
    add(ScriptError.NEGATIVE_LOCKTIME, "4fb1", "");
    add(ScriptError.UNSATISFIED_LOCKTIME, "01" + "64" + "b1", "");
  }

  private void witnesses() {
    Bytes redeem = Bytes.ofHex("51");
    Bytes p2sh = hashOf(redeem, false);
    add(ScriptError.SIG_PUSHONLY, p2sh.hex(), "61" + "0151");
    Bytes script = hashOf(redeem, true);
    witness(ScriptError.WITNESS_PROGRAM_WITNESS_EMPTY, script, "");
    witness(ScriptError.WITNESS_PROGRAM_MISMATCH, script, "", Bytes.ofHex("52"));
    witness(ScriptError.WITNESS_MALLEATED, script, "51", redeem);
    witness(ScriptError.WITNESS_PROGRAM_WRONG_LENGTH, Bytes.ofHex("0003010203"), "", redeem);
    witness(ScriptError.WITNESS_UNEXPECTED, redeem, "", redeem);
    Bytes nested = hashOf(script, false);
    Bytes pushTwice = ScriptPush.data(script);
    witness(ScriptError.WITNESS_MALLEATED_P2SH, nested, "51" + pushTwice.hex(), redeem);
    witness(ScriptError.CLEANSTACK, script, "", Bytes.ofHex("01"), redeem);
    Bytes taproot = Bytes.ofHex("5120" + KEY.substring(2));
    witness(ScriptError.SCHNORR_SIG_SIZE, taproot, "", Bytes.of(new byte[10]));
    witness(ScriptError.SCHNORR_SIG, taproot, "", Bytes.of(new byte[64]));
    witness(ScriptError.SCHNORR_SIG_HASHTYPE, taproot, "", Bytes.of(new byte[65]));
    Bytes control = Bytes.of(new byte[32]);
    witness(ScriptError.TAPROOT_WRONG_CONTROL_SIZE, taproot, "", redeem, control);
    Bytes wrong = Bytes.ofHex("c0" + KEY.substring(2));
    witness(ScriptError.WITNESS_PROGRAM_MISMATCH, taproot, "", redeem, wrong);
  }

  private void add(ScriptError error, String output, String inputScript) {
    Transaction[] spends = spends(Bytes.ofHex(output), inputScript);
    add(error, "", chain.block(spends));
  }

  private void witness(ScriptError error, Bytes output, String inputScript, Bytes... items) {
    boolean taproot = output.at(0) == 0x51 && output.size() == 34;
    add(error, taproot ? " of taproot" : "", chain.witnessed(spends(output, inputScript, items)));
  }

  private void add(ScriptError error, String of, Block block) {
    String reason = Clause.SCRIPTS.rejectReason() + " (" + error.sentence() + ")";
    all.add(Mutation.of("script error " + error + of, Clause.SCRIPTS, reason, block));
  }

  /** Makes an output, and spends it. */
  private Transaction[] spends(Bytes output, String inputScript, Bytes... witness) {
    Transaction made = chain.spend(2, new TxOut(REWARD, output));
    Transaction spend =
        transaction(List.of(input(made, 0, Bytes.ofHex(inputScript), witness)), out(REWARD));
    return new Transaction[] {made, spend};
  }

  private static Bytes push(int size) {
    return ScriptPush.data(Bytes.of(new byte[size]));
  }

  private static byte[] sha256(byte[] bytes) {
    return Sha256d.sha256().digest(bytes);
  }
}
