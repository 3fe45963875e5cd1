package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bitcoinj.core.VerificationException;
import org.bitcoinj.script.Script;
import org.bitcoinj.script.Script.VerifyFlag;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

/** bitcoinj as a second opinion on scripts from before segregated witness. */
class BitcoinjScriptTest {
  private static final long SEED = 20261126;

  private final Random random = new Random(SEED);
  private final RandomScripts scripts = new RandomScripts(random);

  @Test
  void randomScriptsEndAsInBitcoinj() {
    System.out.println("seed " + SEED);
    List<String> different = new ArrayList<>();
    int held = 0;
    for (int i = 0; i < 50_000; i++) {
      Bytes inputScript = scripts.pushes(random.nextInt(8));
      Bytes outputScript = scripts.operations(1 + random.nextInt(12), Op.OP_NOP, Op.OP_HASH256);
      ScriptFlags flags =
          random.nextBoolean()
              ? ScriptFlags.of(ScriptFlag.P2SH)
              : ScriptFlags.of(ScriptFlag.P2SH, ScriptFlag.MINIMALDATA);
      SpentTransaction spent = TestSpend.of(inputScript, List.of(), outputScript, 0);
      ScriptError ours = verify(spent, 0, flags);
      boolean theirs = bitcoinjAgrees(spent, 0, flags);
      held += theirs ? 1 : 0;
      if ((ours == ScriptError.OK) != theirs) {
        different.add(ours + ": " + inputScript + " / " + outputScript + " / " + flags);
      }
    }
    System.out.println("random scripts: " + held + " of 50000 held");
    assertThat(different).isEmpty();
    assertThat(held).isGreaterThan(1000);
  }

  /** A third of them whole, the others with a bit of the first signature changed. */
  @Test
  void signedSpendsEndAsInBitcoinj() {
    System.out.println("seed " + SEED);
    SignedScripts signed = new SignedScripts(random);
    ScriptFlags flags = ScriptFlags.of(ScriptFlag.P2SH, ScriptFlag.DERSIG);
    int held = 0;
    for (int i = 0; i < 1_500; i++) {
      int inputs = 1 + random.nextInt(4);
      int input = random.nextInt(inputs);
      SpentTransaction whole = signed.next(inputs, input);
      SpentTransaction spent = i % 3 == 0 ? whole : mutated(whole, input);
      boolean ours = verify(spent, input, flags) == ScriptError.OK;
      assertThat(ours)
          .as("case %d: %s", i, spent.transaction().inputs().get(input).script())
          .isEqualTo(bitcoinjAgrees(spent, input, flags));
      held += ours ? 1 : 0;
    }
    System.out.println("signed spends: " + held + " of 1500 held");
    assertThat(held).isGreaterThanOrEqualTo(500);
  }

  private SpentTransaction mutated(SpentTransaction spent, int input) {
    byte[] script = spent.transaction().inputs().get(input).script().toArray();
    script[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
    Bytes output = spent.spentOutputs().get(input).script();
    return SignedScripts.withScripts(spent, input, output, Bytes.of(script));
  }

  @Test
  void randomTransactionsAreHashedAsByBitcoinj() {
    System.out.println("seed " + SEED);
    for (int i = 0; i < 5_000; i++) {
      Transaction transaction = transaction(1 + random.nextInt(200), 1 + random.nextInt(5));
      int input = random.nextInt(transaction.inputs().size());
      int type = random.nextInt(256);
      byte[] code =
          scripts.operations(random.nextInt(30), Op.OP_HASH256, Op.OP_CHECKMULTISIG).toArray();
      TxOut unasked = new TxOut(0, Bytes.EMPTY);
      SpentTransaction spent =
          new SpentTransaction(
              transaction, Collections.nCopies(transaction.inputs().size(), unasked));
      byte[] ours = new EcdsaSighash(spent, input).hash(code, type, SigVersion.BASE);
      byte[] theirs = theirs(transaction).hashForSignature(input, code, (byte) type).getBytes();
      assertThat(ours).as("case %d, type %d", i, type).isEqualTo(theirs);
    }
  }

  private static ScriptError verify(SpentTransaction spent, int input, ScriptFlags flags) {
    SignatureChecks checks = SignatureChecks.exact(new BouncyCastleVerifier());
    return ScriptVerifier.verify(spent, input, flags, checks);
  }

  private static boolean bitcoinjAgrees(SpentTransaction spent, int input, ScriptFlags flags) {
    Set<VerifyFlag> theirFlags = EnumSet.noneOf(VerifyFlag.class);
    flags.flags().forEach(flag -> theirFlags.add(VerifyFlag.valueOf(flag.name())));
    Bytes outputScript = spent.spentOutputs().get(input).script();
    Transaction transaction = spent.transaction();
    try {
      Script.parse(transaction.inputs().get(input).script().toArray())
          .correctlySpends(
              theirs(transaction),
              input,
              null,
              null,
              Script.parse(outputScript.toArray()),
              theirFlags);
      return true;
    } catch (VerificationException e) {
      return false;
    }
  }

  private static org.bitcoinj.core.Transaction theirs(Transaction transaction) {
    return org.bitcoinj.core.Transaction.read(ByteBuffer.wrap(transaction.bytes()));
  }

  private Transaction transaction(int inputs, int outputs) {
    List<TxIn> in = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      byte[] txid = new byte[32];
      random.nextBytes(txid);
      OutPoint prevout = new OutPoint(Hash256.of(txid), random.nextInt(9));
      in.add(new TxIn(prevout, scripts.noise(40), random.nextInt(), List.of()));
    }
    List<TxOut> out = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      out.add(new TxOut(random.nextInt(1_000_000), scripts.noise(40)));
    }
    return new Transaction(random.nextInt(), in, out, random.nextInt());
  }
}
