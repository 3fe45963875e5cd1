package org.gruve.core.block;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.hash.Hash256;

/** A header and its transactions, the coinbase first. Nothing is checked but the format. */
public record Block(BlockHeader header, List<Transaction> transactions) {
  /** No transaction is shorter: version, two empty lists, lock time. */
  private static final int LEAST_TRANSACTION = 10;

  /** Keeps an immutable copy of the list. */
  public Block {
    transactions = List.copyOf(transactions);
  }

  /** Reads the bytes of exactly one block. */
  public static Block parse(byte[] bytes) {
    ByteReader in = new ByteReader(bytes.clone());
    BlockHeader header = in.header();
    int count = in.count(LEAST_TRANSACTION);
    List<Transaction> transactions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      transactions.add(TransactionFormat.read(in));
    }
    in.end();
    return new Block(header, transactions);
  }

  /** The bytes, witnesses included. */
  public byte[] bytes() {
    ByteWriter out = new ByteWriter().raw(header.bytes()).compactSize(transactions.size());
    transactions.forEach(transaction -> transaction.writeTo(out));
    return out.toArray();
  }

  /** How many bytes it has without any witness. */
  public int strippedSize() {
    return frameSize() + transactions.stream().mapToInt(Transaction::strippedSize).sum();
  }

  /** Three times the stripped size and once the whole size (BIP141). */
  public int weight() {
    return 4 * frameSize() + transactions.stream().mapToInt(Transaction::weight).sum();
  }

  /** The leaves of the merkle tree. */
  public List<Hash256> txids() {
    return transactions.stream().map(Transaction::txid).toList();
  }

  private int frameSize() {
    return BlockHeader.SIZE + new ByteWriter().compactSize(transactions.size()).toArray().length;
  }
}
