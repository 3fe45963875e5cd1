package org.gruve.core.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** The first blocks, built as Core builds them (kernel/chainparams.cpp, CreateGenesisBlock). */
final class Genesis {
  private static final long REWARD = 50 * Subsidy.COIN;
  private static final int OP_CHECKSIG = 0xac;
  private static final int OP_RETURN = 0x6a;

  private Genesis() {}

  /** The coinbase that main, testnet3, signet and regtest share. */
  static Block satoshi(int time, int nonce, int nbits) {
    return block(
        "The Times 03/Jan/2009 Chancellor on brink of second bailout for banks",
        payTo(
            "04678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb6"
                + "49f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5f"),
        new BlockHeader(1, Hash256.ZERO, Hash256.ZERO, time, nbits, nonce));
  }

  static Block testnet4() {
    return block(
        "03/May/2024 000000000000000000001ebd58c244970b3aa9d783bb001011fbe8ea8e98e00e",
        payTo("00".repeat(33)),
        new BlockHeader(1, Hash256.ZERO, Hash256.ZERO, 1714777860, 0x1d00ffff, 393743547));
  }

  static Block practice() {
    return block(
        "Gruve practice network: worth nothing, good for learning",
        Bytes.of(new byte[] {OP_RETURN}),
        new BlockHeader(1, Hash256.ZERO, Hash256.ZERO, 1767225600, 0x1e3fffff, 276771));
  }

  private static Block block(String message, Bytes outputScript, BlockHeader rootless) {
    Transaction coinbase =
        new Transaction(
            1,
            List.of(new TxIn(OutPoint.NULL, inputScript(message), TxIn.SEQUENCE_FINAL, List.of())),
            List.of(new TxOut(REWARD, outputScript)),
            0);
    Hash256 root = MerkleTree.root(List.of(coinbase.txid())).hash();
    return new Block(rootless.withMerkleRoot(root), List.of(coinbase));
  }

  private static Bytes inputScript(String message) {
    return ScriptPush.number(0x1d00ffff)
        .then(ScriptPush.data(Bytes.of(new byte[] {4})))
        .then(ScriptPush.data(Bytes.of(message.getBytes(StandardCharsets.US_ASCII))));
  }

  private static Bytes payTo(String key) {
    return ScriptPush.data(Bytes.ofHex(key)).then(Bytes.of(new byte[] {(byte) OP_CHECKSIG}));
  }
}
