package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.gruve.core.block.Block;
import org.gruve.core.check.RegtestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreChainTest {
  @Test
  void takesWhatTheWorldBuilds(@TempDir Path folder) throws IOException {
    try (Bitcoind node = Bitcoind.start(folder)) {
      RegtestWorld world = new RegtestWorld(new Random(1));
      for (int i = 0; i < 140; i++) {
        RegtestWorld.Draft draft = world.draft(i < 101 ? 0 : 8);
        Block block = draft.block();
        Bitcoind.Answer answer = node.call("submitblock", hex(block.bytes()));
        assertThat(answer.result().isNull()).as("block %d %s", i, answer).isTrue();
        world.add(draft, block);
      }
      System.out.println(node.call("getblockchaininfo").result());
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
