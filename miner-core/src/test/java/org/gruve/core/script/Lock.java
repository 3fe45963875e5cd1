package org.gruve.core.script;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;

/**
 * A way to lock an output of a test, and what opens it.
 *
 * @param script the output's script
 * @param key fills in what unlocks an input that spends it
 */
public record Lock(String name, Bytes script, Key key) {
  private static final int OP_0 = 0x00;
  private static final int OP_1 = 0x51;
  private static final int OP_2 = 0x52;
  private static final int OP_3 = 0x53;
  private static final int OP_DROP = 0x75;
  private static final int OP_DUP = 0x76;
  private static final int OP_EQUAL = 0x87;
  private static final int OP_EQUALVERIFY = 0x88;
  private static final int OP_NOT = 0x91;
  private static final int OP_HASH160 = 0xa9;
  private static final int OP_CHECKSIG = 0xac;
  private static final int OP_CHECKMULTISIG = 0xae;
  private static final int OP_CHECKLOCKTIMEVERIFY = 0xb1;
  private static final int OP_CHECKSEQUENCEVERIFY = 0xb2;
  private static final int TAPSCRIPT = 0xc0;

  /** Unlocks one input of a transaction whose other fields stand. */
  @FunctionalInterface
  public interface Key {
    /** The input as it is to be; {@code spent} holds what all inputs spend. */
    TxIn unlock(Transaction tx, int input, List<TxOut> spent);
  }

  /** One of each kind, all opened by keys that follow from the seed. */
  public static List<Lock> all(long seed) {
    SigningKey key = SigningKey.of(seed);
    SigningKey other = SigningKey.of(seed + 1);
    return List.of(
        anyone(),
        payToKey(key),
        payToKeyHash(key),
        multisig(key, other),
        scriptHash(multisig(key, other)),
        witnessKeyHash(key),
        nested(witnessKeyHash(key)),
        witnessMultisig(key, other),
        witnessAnyone("witness sequence", 1, OP_CHECKSEQUENCEVERIFY),
        witnessAnyone("witness lock time", 1, OP_CHECKLOCKTIMEVERIFY),
        taprootKey(key),
        taprootScript(key),
        unsigned(key));
  }

  /** Open to all. */
  public static Lock anyone() {
    return new Lock("anyone", ops(OP_1), (tx, i, spent) -> with(tx, i, Bytes.EMPTY));
  }

  private static Lock payToKey(SigningKey key) {
    Bytes script = push(key.uncompressed()).then(ops(OP_CHECKSIG));
    return new Lock("key", script, (tx, i, spent) -> with(tx, i, push(legacy(key, tx, i, script))));
  }

  private static Lock payToKeyHash(SigningKey key) {
    Bytes script = keyHash(key);
    return new Lock(
        "key hash",
        script,
        (tx, i, spent) ->
            with(tx, i, push(legacy(key, tx, i, script)).then(push(key.compressed()))));
  }

  private static Lock multisig(SigningKey key, SigningKey other) {
    Bytes script = twoOfThree(key, other);
    return new Lock(
        "multisig",
        script,
        (tx, i, spent) ->
            with(
                tx,
                i,
                ops(OP_0)
                    .then(push(legacy(key, tx, i, script)))
                    .then(push(legacy(other, tx, i, script)))));
  }

  /** Legacy scripts sign their own text, so the same key opens it from inside a hash. */
  private static Lock scriptHash(Lock inner) {
    Bytes script = ops(OP_HASH160).then(push(hash160(inner.script()))).then(ops(OP_EQUAL));
    return new Lock(
        "script hash",
        script,
        (tx, i, spent) -> {
          TxIn open = inner.key().unlock(tx, i, spent);
          return with(tx, i, open.script().then(push(inner.script().toArray())));
        });
  }

  private static Lock witnessKeyHash(SigningKey key) {
    Bytes script = ops(OP_0).then(push(hash160(Bytes.of(key.compressed()))));
    return new Lock(
        "witness key hash",
        script,
        (tx, i, spent) ->
            with(
                tx,
                i,
                Bytes.EMPTY,
                Bytes.of(witnessV0(key, tx, i, keyHash(key), spent.get(i).value())),
                Bytes.of(key.compressed())));
  }

  private static Lock nested(Lock program) {
    Bytes script = ops(OP_HASH160).then(push(hash160(program.script()))).then(ops(OP_EQUAL));
    return new Lock(
        "nested " + program.name(),
        script,
        (tx, i, spent) -> {
          List<Bytes> witness = program.key().unlock(tx, i, spent).witness();
          return with(tx, i, push(program.script().toArray()), witness.toArray(Bytes[]::new));
        });
  }

  private static Lock witnessMultisig(SigningKey key, SigningKey other) {
    Bytes inner = twoOfThree(key, other);
    return new Lock(
        "witness multisig",
        witnessScript(inner),
        (tx, i, spent) ->
            with(
                tx,
                i,
                Bytes.EMPTY,
                Bytes.EMPTY,
                Bytes.of(witnessV0(key, tx, i, inner, spent.get(i).value())),
                Bytes.of(witnessV0(other, tx, i, inner, spent.get(i).value())),
                inner));
  }

  private static Lock witnessAnyone(String name, int number, int op) {
    Bytes inner = ScriptPush.number(number).then(ops(op, OP_DROP, OP_1));
    return new Lock(name, witnessScript(inner), (tx, i, spent) -> with(tx, i, Bytes.EMPTY, inner));
  }

  private static Lock taprootKey(SigningKey key) {
    SigningKey output = key.tweaked(new byte[0]);
    return new Lock(
        "taproot key",
        ops(OP_1).then(push(output.xOnly())),
        (tx, i, spent) ->
            with(
                tx,
                i,
                Bytes.EMPTY,
                Bytes.of(output.schnorr(PlainSighash.taproot(tx, i, spent, new byte[0])))));
  }

  private static Lock taprootScript(SigningKey key) {
    Bytes leafScript = push(key.xOnly()).then(ops(OP_CHECKSIG));
    byte[] serialised = new ByteWriter().uint8(TAPSCRIPT).bytes(leafScript).toArray();
    byte[] leaf = SigningKey.tagged("TapLeaf", serialised);
    SigningKey output = key.tweaked(leaf);
    Bytes control =
        Bytes.of(new byte[] {(byte) (TAPSCRIPT | (output.isOdd() ? 1 : 0))})
            .then(Bytes.of(key.xOnly()));
    return new Lock(
        "taproot script",
        ops(OP_1).then(push(output.xOnly())),
        (tx, i, spent) ->
            with(
                tx,
                i,
                Bytes.EMPTY,
                Bytes.of(key.schnorr(PlainSighash.taproot(tx, i, spent, leaf))),
                leafScript,
                control));
  }

  /** Opens where a signature does not hold, and there is none. */
  private static Lock unsigned(SigningKey key) {
    Bytes script = push(key.compressed()).then(ops(OP_CHECKSIG, OP_NOT));
    return new Lock("unsigned", script, (tx, i, spent) -> with(tx, i, ops(OP_0)));
  }

  private static Bytes twoOfThree(SigningKey key, SigningKey other) {
    return ops(OP_2)
        .then(push(key.compressed()))
        .then(push(SigningKey.of(1).compressed()))
        .then(push(other.compressed()))
        .then(ops(OP_3, OP_CHECKMULTISIG));
  }

  private static Bytes keyHash(SigningKey key) {
    return ops(OP_DUP, OP_HASH160)
        .then(push(hash160(Bytes.of(key.compressed()))))
        .then(ops(OP_EQUALVERIFY, OP_CHECKSIG));
  }

  private static Bytes witnessScript(Bytes inner) {
    return ops(OP_0).then(push(SigningKey.sha256(inner.toArray())));
  }

  private static byte[] legacy(SigningKey key, Transaction tx, int input, Bytes scriptCode) {
    return typed(key.ecdsa(PlainSighash.legacy(tx, input, scriptCode)));
  }

  private static byte[] witnessV0(
      SigningKey key, Transaction tx, int input, Bytes scriptCode, long value) {
    return typed(key.ecdsa(PlainSighash.witnessV0(tx, input, scriptCode, value)));
  }

  private static byte[] typed(byte[] signature) {
    byte[] typed = Arrays.copyOf(signature, signature.length + 1);
    typed[signature.length] = PlainSighash.ALL;
    return typed;
  }

  private static TxIn with(Transaction tx, int input, Bytes script, Bytes... witness) {
    TxIn bare = tx.inputs().get(input);
    return new TxIn(bare.prevout(), script, bare.sequence(), List.of(witness));
  }

  private static byte[] hash160(Bytes bytes) {
    byte[] inner = SigningKey.sha256(bytes.toArray());
    RIPEMD160Digest digest = new RIPEMD160Digest();
    digest.update(inner, 0, inner.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  private static Bytes push(byte[] data) {
    return ScriptPush.data(Bytes.of(data));
  }

  private static Bytes ops(int... ops) {
    byte[] script = new byte[ops.length];
    for (int i = 0; i < ops.length; i++) {
      script[i] = (byte) ops[i];
    }
    return Bytes.of(script);
  }
}
