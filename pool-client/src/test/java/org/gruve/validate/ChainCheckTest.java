package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.core.TestData;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SignatureRows;
import org.gruve.core.script.SignatureVerifier;
import org.gruve.validate.Findings.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChainCheckTest {
  private static final int BLOCKS = 206;

  @TempDir private Path folder;

  @Test
  void blocksAreCheckedOnceByABackendThatCanBeBelieved() throws IOException {
    assertThat(blocksChecked(Integer.MAX_VALUE)).isEqualTo(BLOCKS);
  }

  /** It may have lied about blocks before. */
  @Test
  void allBlocksAreCheckedAgainWhereABackendIsFoundOut() throws IOException {
    assertThat(blocksChecked(2)).isEqualTo(2 * BLOCKS);
  }

  private int blocksChecked(int good) throws IOException {
    BlockFile file = BlockFile.single(chain());
    ChainCheck.Request request =
        new ChainCheck.Request(
            Network.REGTEST,
            List.of(file),
            XorKey.none(),
            Optional.empty(),
            Shard.WHOLE,
            true,
            2_000_000_000L);
    AtomicInteger checked = new AtomicInteger();
    try (Means means = Means.of(new Failing(good, new AtomicInteger()), 2)) {
      Result result = ChainCheck.of(request, means, (_, _) -> checked.incrementAndGet());
      assertThat(result.findings().outcome()).isEqualTo(Outcome.VALID);
      assertThat(result.findings().inputsVerified()).isPositive();
    }
    return checked.get();
  }

  private Path chain() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : TestData.lines("core/kernel_regtest_blocks.hex")) {
      byte[] block = Bytes.ofHex(line).toArray();
      ByteBuffer prefix = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      out.write(prefix.put(Network.REGTEST.magic().toArray()).putInt(block.length).array());
      out.write(block);
    }
    return Files.write(folder.resolve("chain.dat"), out.toByteArray());
  }

  /** A device that is gone after so many batches. */
  private record Failing(int good, AtomicInteger asked) implements SignatureVerifier {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public BitSet verify(SignatureRows rows) {
      if (rows.count() > 0 && asked.incrementAndGet() > good) {
        throw new IllegalStateException("the device is gone");
      }
      return new BouncyCastleVerifier().verify(rows);
    }
  }
}
