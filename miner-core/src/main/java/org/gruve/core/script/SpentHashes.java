package org.gruve.core.script;

import java.util.List;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Sha256d;

/** SHA-256 of all amounts and of all scripts that are spent (BIP341). */
final class SpentHashes {
  final byte[] amounts;
  final byte[] scripts;

  private SpentHashes(byte[] amounts, byte[] scripts) {
    this.amounts = amounts;
    this.scripts = scripts;
  }

  static SpentHashes of(List<TxOut> outputs) {
    ByteWriter amounts = new ByteWriter();
    ByteWriter scripts = new ByteWriter();
    for (TxOut output : outputs) {
      amounts.int64(output.value());
      scripts.bytes(output.script());
    }
    return new SpentHashes(
        Sha256d.sha256().digest(amounts.toArray()), Sha256d.sha256().digest(scripts.toArray()));
  }
}
