package org.gruve.core.script;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;

/** The transactions of a real block, with what they spend. */
final class RealSpends {
  private RealSpends() {}

  /** Block 300025 of the main chain: 1,427 inputs, as signed before BIP66. */
  static List<SpentTransaction> mainnet300025() {
    return read("blocks/bcoin_mainnet_300025");
  }

  /** A raw block, and beside it its spent outputs: value, script, one after the other. */
  private static List<SpentTransaction> read(String name) {
    Block block = Block.parse(TestData.bytes(name + ".raw"));
    ByteBuffer undo = ByteBuffer.wrap(TestData.bytes(name + ".undo"));
    undo.order(ByteOrder.LITTLE_ENDIAN);
    List<SpentTransaction> spends = new ArrayList<>();
    for (Transaction transaction : block.transactions().subList(1, block.transactions().size())) {
      List<TxOut> outputs = new ArrayList<>();
      for (int i = 0; i < transaction.inputs().size(); i++) {
        outputs.add(output(undo));
      }
      spends.add(new SpentTransaction(transaction, outputs));
    }
    return spends;
  }

  private static TxOut output(ByteBuffer undo) {
    long value = undo.getLong();
    int size = Byte.toUnsignedInt(undo.get());
    byte[] script = new byte[size < 0xfd ? size : Short.toUnsignedInt(undo.getShort())];
    undo.get(script);
    return new TxOut(value, Bytes.of(script));
  }

  /** The same transactions, one of them paying to another script, for which nobody signed. */
  static List<SpentTransaction> withForged(List<SpentTransaction> spends, int index) {
    List<SpentTransaction> forged = new ArrayList<>(spends);
    Transaction honest = spends.get(index).transaction();
    List<TxOut> outputs = new ArrayList<>(honest.outputs());
    outputs.set(0, new TxOut(outputs.getFirst().value(), Bytes.ofHex("51")));
    Transaction other =
        new Transaction(honest.version(), honest.inputs(), outputs, honest.lockTime());
    forged.set(index, new SpentTransaction(other, spends.get(index).spentOutputs()));
    return forged;
  }
}
