package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

class SpentTransactionTest {
  private static final long SEED = 20261128;
  private static final byte[] CODE = {0x51, (byte) 0xac};

  @Test
  void everyInputSpendsOneOutput() {
    Transaction transaction = transaction(2);
    TxOut output = new TxOut(1, Bytes.EMPTY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpentTransaction(transaction, List.of(output)))
        .withMessage("2 inputs do not spend 1 outputs");
  }

  /** All hashes are made on first use; many threads may be the first. */
  @Test
  void manyThreadsGetTheHashesThatOneGets() throws Exception {
    System.out.println("seed " + SEED);
    Transaction transaction = transaction(500);
    List<String> alone =
        IntStream.range(0, 500).mapToObj(i -> hashes(spent(transaction), i)).toList();
    SpentTransaction shared = spent(transaction);
    List<Callable<String>> tasks = new ArrayList<>();
    IntStream.range(0, 500).forEach(i -> tasks.add(() -> hashes(shared, i)));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<String>> together = threads.invokeAll(tasks);
      for (int i = 0; i < 500; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    }
  }

  private static String hashes(SpentTransaction spent, int input) {
    EcdsaSighash legacy = new EcdsaSighash(spent, input);
    EcdsaSighash segwit = new EcdsaSighash(spent, input);
    StringBuilder hashes = new StringBuilder();
    for (int type : new int[] {1, 2, 3, 0x81, 0x82, 0x83}) {
      hashes.append(hex(legacy.hash(CODE, type, SigVersion.BASE)));
      hashes.append(hex(segwit.hash(CODE, type, SigVersion.WITNESS_V0)));
    }
    try {
      return hashes + hex(TaprootSighash.hash(spent, input, 0, ExecutionData.keyPath(null)));
    } catch (ScriptFailure e) {
      throw new AssertionError(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static SpentTransaction spent(Transaction transaction) {
    TxOut output = new TxOut(1, Bytes.EMPTY);
    return new SpentTransaction(
        transaction, Collections.nCopies(transaction.inputs().size(), output));
  }

  private static Transaction transaction(int inputs) {
    Random random = new Random(SEED);
    List<TxIn> in = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      byte[] txid = new byte[32];
      random.nextBytes(txid);
      in.add(new TxIn(new OutPoint(Hash256.of(txid), i), Bytes.EMPTY, i, List.of()));
    }
    return new Transaction(2, in, List.of(new TxOut(1, Bytes.EMPTY)), 0);
  }
}
