package org.gruve.benchmarks.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash160;
import org.gruve.core.script.BlockScripts;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.SpentTransaction;
import org.gruve.core.script.SpotChecks;

/** The transaction of block 364292 with 5,569 inputs, each of which signs nearly all of it. */
final class MegaTransaction {
  private static final ScriptFlags FLAGS = ScriptFlags.of(ScriptFlag.P2SH);
  private final byte[] bytes;

  MegaTransaction(Path data) throws IOException {
    bytes = Files.readAllBytes(data.resolve("txs/megatx_bb41a757_block364292.raw"));
  }

  /** Its scripts, from its bytes on. */
  Runnable scripts(SpotChecks signatures, Executor executor) {
    BlockScripts scripts = new BlockScripts(signatures, executor);
    return () -> {
      Transaction tx = Transaction.parse(bytes);
      List<TxOut> spent = tx.inputs().stream().map(MegaTransaction::spent).toList();
      if (scripts.firstFailure(List.of(new SpentTransaction(tx, spent)), FLAGS).isPresent()) {
        throw new IllegalStateException("the transaction of block 364292 was not found valid");
      }
    };
  }

  /** All inputs pay to key hashes, whose key is their script's second and last push. */
  private static TxOut spent(TxIn input) {
    int signature = input.script().at(0);
    byte[] script = input.script().toArray();
    Bytes key = Bytes.of(script, signature + 2, script.length - signature - 2);
    Bytes hash = Bytes.of(Hash160.hash(key.toArray()));
    return new TxOut(0, Bytes.ofHex("76a914").then(hash).then(Bytes.ofHex("88ac")));
  }
}
