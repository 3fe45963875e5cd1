package org.gruve.core.script;

import java.util.List;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Sha256d;

/** SHA-256 of all amounts and of all scripts that are spent (BIP341). */
final class SpentHashes {
  final byte[] amounts;
  final byte[] scripts;

  SpentHashes(List<TxOut> outputs) {
    int size = outputs.stream().mapToInt(output -> Preimage.sizeOf(output.script())).sum();
    Preimage allAmounts = new Preimage(Long.BYTES * outputs.size());
    Preimage allScripts = new Preimage(size);
    for (TxOut output : outputs) {
      allAmounts.int64(output.value());
      allScripts.bytes(output.script());
    }
    amounts = Sha256d.sha256().digest(allAmounts.toArray());
    scripts = Sha256d.sha256().digest(allScripts.toArray());
  }
}
