package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import org.gruve.core.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainWorkTest {
  @Test
  void workOfTheFirstBlock() {
    assertThat(ChainWork.ofBits(0x1d00ffff)).isEqualTo(BigInteger.valueOf(0x100010001L));
    assertThat(ChainWork.ofBits(0x207fffff)).isEqualTo(BigInteger.TWO);
    assertThat(ChainWork.ofBits(0x01010000)).isEqualTo(BigInteger.TWO.pow(255));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x01003456, 0x04923456, 0xff123456})
  void whatIsNoTargetIsNoWork(int nbits) {
    assertThat(ChainWork.ofBits(nbits)).isZero();
  }

  /** All of mainnet up to block 832,608: within a period of 2016 blocks each has the same work. */
  @Test
  void addsUpToTheChainWorkOfMainnet() {
    Map<Integer, Integer> bits = new TreeMap<>();
    ByteBuffer headers = records("headers/mainnet_epoch_first_last.bin");
    while (headers.hasRemaining()) {
      int height = headers.getInt();
      byte[] header = new byte[80];
      headers.get(header);
      bits.put(height, BlockHeader.parse(header).nbits());
    }
    BigInteger total = BigInteger.ZERO;
    int next = 0;
    ByteBuffer works = records("headers/mainnet_epoch_chainwork.bin");
    while (works.hasRemaining()) {
      int height = works.getInt();
      byte[] work = new byte[32];
      works.get(work);
      BigInteger each = ChainWork.ofBits(bits.getOrDefault(height, 0));
      total = total.add(each.multiply(BigInteger.valueOf(height + 1 - next)));
      next = height + 1;
      assertThat(total).as("height %d", height).isEqualTo(new BigInteger(1, work));
    }
    assertThat(next).isEqualTo(832_609);
  }

  private static ByteBuffer records(String name) {
    return ByteBuffer.wrap(TestData.bytes(name)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
