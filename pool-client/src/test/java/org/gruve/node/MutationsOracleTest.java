package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.gruve.core.block.Block;
import org.gruve.core.check.Mutation;
import org.gruve.core.check.MutationChain;
import org.gruve.core.check.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reject reasons that {@code docs/spec-map.md} lists are a real node's. */
class MutationsOracleTest {
  @Test
  void aNodeRefusesEachMutationInTheListedWords(@TempDir Path folder) throws IOException {
    long seed = Long.getLong("gruve.seed", System.nanoTime());
    MutationChain chain = new MutationChain(new Random(seed));
    List<String> differences = new ArrayList<>();
    int compared = 0;
    try (Bitcoind node = Bitcoind.start(folder)) {
      for (Block block : chain.blocks()) {
        assertThat(submit(node, block.bytes())).isEqualTo("valid");
      }
      for (Mutation mutation : Mutations.of(chain, Bitcoind.NOW)) {
        mutation.before().forEach(block -> submit(node, block.bytes()));
        String theirs = submit(node, mutation.bytes().toArray());
        if (!theirs.equals(mutation.rejectReason())) {
          differences.add(mutation + ": " + mutation.rejectReason() + ", but Core: " + theirs);
        }
        compared++;
      }
      assertThat(node.call("getblockcount").result().asInt()).isEqualTo(MutationChain.HEIGHT);
    }
    System.out.println(compared + " kinds of mutation, seed " + seed);
    assertThat(differences).as("seed %d", seed).isEmpty();
  }

  private static String submit(Bitcoind node, byte[] block) {
    Bitcoind.Answer answer = node.call("submitblock", HexFormat.of().formatHex(block));
    if (answer.code() != 0) {
      return answer.message();
    }
    return answer.result().isNull() ? "valid" : answer.result().asString();
  }
}
