package org.gruve.core.block;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gruve.core.TestData;
import org.gruve.core.hash.Bytes;

/** Real blocks of the data folder. */
final class BlockFiles {
  private BlockFiles() {}

  /** Names of files of one raw block each, segwit and older, main chain and testnet. */
  static Stream<String> names() {
    return Stream.of(
            "bcoin_mainnet_300025.raw",
            "bcoin_testnet3_1087400.raw",
            "bcoin_testnet3_928816.raw",
            "bitcoinj_block227835.dat",
            "bitcoinj_block227836.dat",
            "bitcoinj_block481829.dat",
            "floresta_mainnet_866342.raw",
            "mainnet_413567.raw",
            "mainnet_702861.raw",
            "mainnet_831328.raw")
        .map(name -> "blocks/" + name);
  }

  /** The blocks of a file of {@code magic | size | block} records. */
  static List<byte[]> records(String name) {
    ByteReader in = new ByteReader(TestData.bytes(name));
    List<byte[]> blocks = new ArrayList<>();
    while (in.remaining() > 0) {
      in.int32();
      int size = in.int32();
      Bytes block = in.bytes(size);
      blocks.add(block.toArray());
    }
    return blocks;
  }
}
