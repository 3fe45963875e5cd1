package org.gruve.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** Templates of regtest that no node has made. */
final class Templates {
  private static final int BITS = 0x207fffff;
  private static final int TIME = 1_700_000_000;

  private Templates() {}

  /** With so many transactions, of which some have a witness. */
  static Template random(Random random, int height, int transactions) {
    List<Transaction> all = Stream.generate(() -> transaction(random)).limit(transactions).toList();
    int version = 0x20000000 | random.nextInt() & 0x1fffffff;
    return new Template(
        version,
        hash(random),
        all,
        List.of(),
        Bytes.EMPTY,
        random.nextLong((5_000_000_000L >> Math.min(62, height / 150)) + 1),
        "",
        TIME - 1000,
        TIME,
        Optional.empty(),
        BITS,
        height,
        80_000,
        4_000_000,
        0x1fffe000 & ~version,
        true,
        Optional.of(CommitmentOutput.script(all)),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with other transactions. */
  static Template with(Template of, List<Transaction> transactions) {
    return new Template(
        of.version(),
        of.previousHash(),
        transactions,
        List.of(),
        of.coinbaseAux(),
        of.coinbaseValue(),
        of.longPollId(),
        of.minTime(),
        of.curTime(),
        of.maxTime(),
        of.nbits(),
        of.height(),
        of.sigOpLimit(),
        of.weightLimit(),
        of.versionMask(),
        true,
        Optional.of(CommitmentOutput.script(transactions)),
        of.workId(),
        of.signetChallenge());
  }

  private static Transaction transaction(Random random) {
    List<TxIn> inputs = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<Bytes> witness = random.nextBoolean() ? List.of() : List.of(bytes(random, 72));
      OutPoint prevout = new OutPoint(hash(random), random.nextInt(5));
      inputs.add(new TxIn(prevout, bytes(random, 30), -1, witness));
    }
    TxOut output = new TxOut(random.nextLong(1_000_000), bytes(random, 34));
    return new Transaction(2, inputs, List.of(output), 0);
  }

  private static Hash256 hash(Random random) {
    return Hash256.of(bytes(random, 32).toArray());
  }

  private static Bytes bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
