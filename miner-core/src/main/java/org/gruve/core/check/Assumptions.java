package org.gruve.core.check;

import java.util.List;
import java.util.OptionalInt;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Bytes;

/** What a check of a block takes for granted, and says so. */
final class Assumptions {
  static final String NAMED_COINS = "the spent outputs exist as they were named, and are unspent";
  static final String NO_OVERWRITE =
      "no unspent output is made again (BIP30): coinbases name their heights";

  private Assumptions() {}

  /** The context, with the height that the coinbase names where no other is known. */
  static Context of(Network network, Block block, Context context, List<String> assumed) {
    if (context.height().isPresent()) {
      return context;
    }
    BlockHeader header = block.header();
    if (header.hash().equals(network.genesisHeader().hash())) {
      return context.withHeight(0);
    }
    OptionalInt named = header.version() >= 2 ? coinbaseHeight(block) : OptionalInt.empty();
    if (named.isEmpty() || named.getAsInt() < network.heights().bip34()) {
      return context;
    }
    assumed.add("height " + named.getAsInt() + ", which the coinbase names");
    return context.withHeight(named.getAsInt());
  }

  /** What is taken for granted of coins that somebody named. */
  static void ofCoins(Context context, BlockConnection connection, List<String> assumed) {
    if (context.coins().isWhole()) {
      return;
    }
    if (connection.spendsOlder()) {
      assumed.add(NAMED_COINS);
    }
    if (connection.isAfterBip34()) {
      assumed.add(NO_OVERWRITE);
    }
  }

  /** The number that the first coinbase script begins with, if it is a height (BIP34). */
  private static OptionalInt coinbaseHeight(Block block) {
    if (block.transactions().isEmpty() || block.transactions().getFirst().inputs().isEmpty()) {
      return OptionalInt.empty();
    }
    Bytes script = block.transactions().getFirst().inputs().getFirst().script();
    int size = script.size() == 0 ? 0 : script.at(0);
    if (size >= 0x51 && size <= 0x60) {
      return OptionalInt.of(size - 0x50);
    }
    if (size < 1 || size > 4 || script.size() <= size || script.at(size) > 0x7f) {
      return OptionalInt.empty();
    }
    int height = 0;
    for (int i = size; i >= 1; i--) {
      height = height << 8 | script.at(i);
    }
    return OptionalInt.of(height);
  }
}
