package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gruve.core.TestData;
import org.gruve.core.block.BlockHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that real networks accepted must be accepted. */
class RecordedHeadersTest {
  /** What is needed before a header can be judged: eleven times, and the first of its interval. */
  @ParameterizedTest
  @CsvSource({
    "MAIN, headers/mainnet_0_10236.bin, 0, 1",
    "MAIN, headers/mainnet_40000_49999.bin, 40000, 40321",
    "MAIN, headers/mainnet_822528_830592.bin, 822528, 822539",
    "SIGNET, headers/signet_0_2015.bin, 0, 1",
    "REGTEST, node/regtest_headers.bin, 0, 1",
  })
  void recordedHeadersKeepAllRules(Network network, String file, int first, int from) {
    List<BlockHeader> headers = TestData.headers(file);
    TestChain chain = new TestChain(first, headers.subList(0, from - first));
    for (BlockHeader header : headers.subList(from - first, headers.size())) {
      long now = Integer.toUnsignedLong(header.time());
      assertThat(HeaderRules.acceptBlockHeader(network, header, chain, now))
          .as("%s %d", network, chain.height() + 1)
          .isEqualTo(Verdict.valid());
      chain.add(header);
    }
  }

  @Test
  void allRetargetsOfMainnetAreComputedAgain() {
    Map<Integer, BlockHeader> headers = new HashMap<>();
    ByteBuffer records =
        ByteBuffer.wrap(TestData.bytes("headers/mainnet_epoch_first_last.bin"))
            .order(ByteOrder.LITTLE_ENDIAN);
    while (records.hasRemaining()) {
      int height = records.getInt();
      byte[] header = new byte[BlockHeader.SIZE];
      records.get(header);
      headers.put(height, BlockHeader.parse(header));
    }
    int retargets = 0;
    for (int height = 2016; headers.containsKey(height); height += 2016) {
      BlockHeader next = headerAt(headers, height);
      Ancestors chain = ending(headers, height - 1);
      assertThat(ProofOfWork.getNextWorkRequired(Network.MAIN, chain, next.time()))
          .as("height %d", height)
          .isEqualTo(next.nbits());
      retargets++;
    }
    assertThat(retargets).isEqualTo(413);
  }

  private static Ancestors ending(Map<Integer, BlockHeader> headers, int last) {
    return new Ancestors() {
      @Override
      public int height() {
        return last;
      }

      @Override
      public BlockHeader header(int height) {
        return headerAt(headers, height);
      }
    };
  }

  private static BlockHeader headerAt(Map<Integer, BlockHeader> headers, int height) {
    return Objects.requireNonNull(headers.get(height), () -> "no header " + height);
  }
}
