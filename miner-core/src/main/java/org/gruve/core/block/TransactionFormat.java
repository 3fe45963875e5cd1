package org.gruve.core.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gruve.core.hash.Bytes;

/** The wire format of a transaction (Core: primitives/transaction.h, UnserializeTransaction). */
final class TransactionFormat {
  private static final int LEAST_INPUT = 41;
  private static final int LEAST_OUTPUT = 9;
  private static final int LEAST_ITEM = 1;
  private static final int WITNESS = 1;

  private TransactionFormat() {}

  /** Reads one; the reader's array must not change from now on, for the transaction keeps it. */
  static Transaction read(ByteReader in) {
    int start = in.position();
    int version = in.int32();
    List<TxIn> inputs = inputs(in);
    List<TxOut> outputs = List.of();
    int flags = 0;
    if (!inputs.isEmpty()) {
      outputs = outputs(in);
    } else {
      // No inputs are the marker of the witness form; without flags after it, nothing follows.
      flags = in.uint8();
      if (flags != 0) {
        inputs = inputs(in);
        outputs = outputs(in);
      }
    }
    int bodyEnd = in.position();
    if ((flags & WITNESS) != 0) {
      inputs = withWitness(inputs, in);
    }
    if ((flags & ~WITNESS) != 0) {
      throw new FormatException("unknown optional data in a transaction", in.position());
    }
    Transaction transaction = new Transaction(version, inputs, outputs, in.int32());
    return transaction.readFrom(
        flags == 0
            ? TransactionBytes.plain(in.source(), start, in.position())
            : TransactionBytes.witness(in.source(), start, in.position(), bodyEnd));
  }

  static TransactionBytes write(Transaction transaction) {
    boolean withWitness = transaction.hasWitness();
    ByteWriter out = new ByteWriter().int32(transaction.version());
    if (withWitness) {
      out.uint8(0).uint8(WITNESS);
    }
    out.compactSize(transaction.inputs().size());
    for (TxIn input : transaction.inputs()) {
      out.hash(input.prevout().txid()).int32(input.prevout().index());
      out.bytes(input.script()).int32(input.sequence());
    }
    out.compactSize(transaction.outputs().size());
    for (TxOut output : transaction.outputs()) {
      out.int64(output.value()).bytes(output.script());
    }
    int bodyEnd = out.size();
    if (withWitness) {
      transaction.inputs().forEach(input -> writeWitness(input, out));
    }
    byte[] bytes = out.int32(transaction.lockTime()).toArray();
    return withWitness
        ? TransactionBytes.witness(bytes, 0, bytes.length, bodyEnd)
        : TransactionBytes.plain(bytes, 0, bytes.length);
  }

  private static void writeWitness(TxIn input, ByteWriter out) {
    out.compactSize(input.witness().size());
    input.witness().forEach(out::bytes);
  }

  private static List<TxIn> inputs(ByteReader in) {
    return list(in.count(LEAST_INPUT), () -> input(in));
  }

  private static List<TxOut> outputs(ByteReader in) {
    return list(in.count(LEAST_OUTPUT), () -> new TxOut(in.int64(), in.bytes()));
  }

  private static TxIn input(ByteReader in) {
    OutPoint prevout = new OutPoint(in.hash(), in.int32());
    return new TxIn(prevout, in.bytes(), in.int32(), List.of());
  }

  private static List<TxIn> withWitness(List<TxIn> inputs, ByteReader in) {
    int start = in.position();
    List<TxIn> whole = new ArrayList<>(inputs.size());
    boolean any = false;
    for (TxIn input : inputs) {
      List<Bytes> witness = list(in.count(LEAST_ITEM), in::bytes);
      any |= !witness.isEmpty();
      whole.add(new TxIn(input.prevout(), input.script(), input.sequence(), witness));
    }
    if (!any) {
      throw new FormatException("a witness that holds nothing", start);
    }
    return whole;
  }

  private static <T> List<T> list(int count, Supplier<T> next) {
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(next.get());
    }
    return list;
  }
}
