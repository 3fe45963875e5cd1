package org.gruve.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

class WorkTest {
  private static final Job JOB = Jobs.of(Jobs.fixed(), 0);

  @Test
  void nonceRangesStayWithin32Bits() {
    assertThat(work(0, 1L << 32).hashes()).isEqualTo(1L << 32);
    assertThat(work(-1, 1).hashes()).isOne();
    assertThatIllegalArgumentException().isThrownBy(() -> work(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> work(1, 1L << 32));
    assertThatIllegalArgumentException().isThrownBy(() -> work(0, 0));
  }

  @Test
  void versionsAreTheSubsetsOfTheMask() {
    VersionSlice all = new VersionSlice(0x2000_0001, 0x8000_6000, 0, 8);
    assertThat(IntStream.range(0, 8).map(all::version))
        .doesNotHaveDuplicates()
        .allMatch(version -> (version & ~0x8000_6000) == 0x2000_0001)
        .startsWith(0x2000_0001, 0x2000_2001, 0x2000_4001)
        .endsWith(0xa000_6001);
    assertThat(VersionSlice.subsets(-1)).isEqualTo(1 << 30);
    assertThat(VersionSlice.single(4).version(0)).isEqualTo(4);
  }

  @Test
  void refusesVersionsBeyondTheMask() {
    assertThatIllegalArgumentException().isThrownBy(() -> new VersionSlice(0, 6, 0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new VersionSlice(0, 6, 4, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new VersionSlice(0, 6, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new VersionSlice(0, 6, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new VersionSlice(2, 6, 0, 1));
  }

  @Test
  void extranonce2IsBigEndian() {
    assertThat(new Extranonce2(0x0102, 4).hex()).isEqualTo("00000102");
    assertThat(new Extranonce2(-1, 8).hex()).isEqualTo("ffffffffffffffff");
    assertThat(Extranonce2.NONE.bytes()).isEmpty();
  }

  @Test
  void refusesExtranonce2ThatDoesNotFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Extranonce2(256, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Extranonce2(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Extranonce2(0, 17));
    assertThatIllegalArgumentException().isThrownBy(() -> new Extranonce2(0, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MerkleSource.Coinbase(Bytes.EMPTY, 17, Bytes.EMPTY, List.of()));
  }

  private static Work work(int firstNonce, long nonces) {
    return new Work(
        JOB, Extranonce2.NONE, Hash256.ZERO, Jobs.TIME, VersionSlice.single(4), firstNonce, nonces);
  }
}
