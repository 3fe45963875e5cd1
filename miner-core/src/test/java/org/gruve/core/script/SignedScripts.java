package org.gruve.core.script;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.crypto.ECKey;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash160;
import org.gruve.core.hash.Hash256;

/**
 * Spends of the usual legacy outputs, signed by bitcoinj over our hashes; without ANYONECANPAY,
 * since bitcoinj 0.17.1 hashes it rightly but its interpreter refuses what is signed so.
 */
final class SignedScripts {
  private final Random random;
  private final List<ECKey> keys = new ArrayList<>();

  SignedScripts(Random random) {
    this.random = random;
    for (int i = 0; i < 8; i++) {
      byte[] secret = new byte[32];
      random.nextBytes(secret);
      keys.add(ECKey.fromPrivate(secret, i % 2 == 0));
    }
  }

  /** A transaction of one to four inputs, of which {@code input} alone is signed. */
  SpentTransaction next(int inputs, int input) {
    Collections.shuffle(keys, random);
    return switch (random.nextInt(4)) {
      case 0 -> signed(inputs, input, payToKey(), 1, false);
      case 1 -> signed(inputs, input, payToKeyHash(), 1, true);
      default -> multisig(inputs, input);
    };
  }

  private SpentTransaction multisig(int inputs, int input) {
    int count = 1 + random.nextInt(4);
    int needed = 1 + random.nextInt(count);
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    script.write(Op.OP_1 - 1 + needed);
    for (int i = 0; i < count; i++) {
      script.writeBytes(ScriptCode.pushOf(keys.get(i).getPubKey()));
    }
    script.write(Op.OP_1 - 1 + count);
    script.write(Op.OP_CHECKMULTISIG);
    Bytes code = Bytes.of(script.toByteArray());
    return random.nextBoolean()
        ? signed(inputs, input, code, needed, false)
        : inScriptHash(signed(inputs, input, code, needed, false), input);
  }

  private SpentTransaction signed(int inputs, int input, Bytes code, int needed, boolean withKey) {
    SpentTransaction unsigned = spent(inputs, input, code, Bytes.EMPTY);
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    if (code.at(code.size() - 1) == Op.OP_CHECKMULTISIG) {
      script.write(Op.OP_0);
    }
    for (int i = 0; i < needed; i++) {
      script.writeBytes(ScriptCode.pushOf(signature(unsigned, input, code, keys.get(i))));
    }
    if (withKey) {
      script.writeBytes(ScriptCode.pushOf(keys.getFirst().getPubKey()));
    }
    return withScripts(unsigned, input, code, Bytes.of(script.toByteArray()));
  }

  private byte[] signature(SpentTransaction spent, int input, Bytes code, ECKey key) {
    int type = SighashType.ALL + random.nextInt(3);
    byte[] hash = new EcdsaSighash(spent, input).hash(code.toArray(), type, SigVersion.BASE);
    byte[] der = key.sign(Sha256Hash.wrap(hash)).encodeToDER();
    byte[] signature = Arrays.copyOf(der, der.length + 1);
    signature[der.length] = (byte) type;
    return signature;
  }

  private static SpentTransaction inScriptHash(SpentTransaction spent, int input) {
    Bytes code = spent.spentOutputs().get(input).script();
    Bytes push = Bytes.of(ScriptCode.pushOf(code.toArray()));
    Bytes script = spent.transaction().inputs().get(input).script().then(push);
    Bytes hash = Bytes.of(Hash160.hash(code.toArray()));
    Bytes output = Bytes.ofHex("a914").then(hash).then(Bytes.ofHex("87"));
    return withScripts(spent, input, output, script);
  }

  private SpentTransaction spent(int inputs, int input, Bytes code, Bytes script) {
    List<TxIn> in = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      byte[] txid = new byte[32];
      random.nextBytes(txid);
      in.add(new TxIn(new OutPoint(Hash256.of(txid), i), Bytes.EMPTY, random.nextInt(), List.of()));
    }
    List<TxOut> out =
        Collections.nCopies(1 + random.nextInt(3), new TxOut(random.nextInt(99), Bytes.EMPTY));
    Transaction transaction = new Transaction(2, in, out, random.nextInt());
    List<TxOut> spends = Collections.nCopies(inputs, new TxOut(0, Bytes.EMPTY));
    return withScripts(new SpentTransaction(transaction, spends), input, code, script);
  }

  /** The same with another output script and input script for one input. */
  static SpentTransaction withScripts(
      SpentTransaction spent, int input, Bytes outputScript, Bytes inputScript) {
    Transaction transaction = spent.transaction();
    List<TxIn> in = new ArrayList<>(transaction.inputs());
    TxIn old = in.get(input);
    in.set(input, new TxIn(old.prevout(), inputScript, old.sequence(), List.of()));
    List<TxOut> outputs = new ArrayList<>(spent.spentOutputs());
    outputs.set(input, new TxOut(0, outputScript));
    return new SpentTransaction(
        new Transaction(transaction.version(), in, transaction.outputs(), transaction.lockTime()),
        outputs);
  }

  private Bytes payToKey() {
    Bytes push = Bytes.of(ScriptCode.pushOf(keys.getFirst().getPubKey()));
    return push.then(Bytes.ofHex("ac"));
  }

  private Bytes payToKeyHash() {
    Bytes hash = Bytes.of(Hash160.hash(keys.getFirst().getPubKey()));
    return Bytes.ofHex("76a914").then(hash).then(Bytes.ofHex("88ac"));
  }
}
