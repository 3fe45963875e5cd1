package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobHeightTest {
  @ParameterizedTest
  @CsvSource({"51, 1", "60, 16", "0111, 17", "02ff00, 255", "0340420f, 1000000"})
  void readsTheHeightAsBip34WritesIt(String script, int height) {
    assertThat(JobHeight.of(job(script))).hasValue(height);
  }

  @ParameterizedTest
  @CsvSource({"00", "4c", "03ffff", "0180", "05ffffffff00"})
  void saysNothingWhereThereIsNone(String script) {
    assertThat(JobHeight.of(job(script))).isEmpty();
  }

  @Test
  void knowsNoHeightOfAFixedRoot() {
    Job job = job("51");
    Job fixed =
        new Job(
            job.id(),
            job.header(),
            new MerkleSource.Fixed(Hash256.ZERO),
            0,
            job.shareTarget(),
            true,
            job.origin());
    assertThat(JobHeight.of(fixed)).isEmpty();
  }

  private static Job job(String script) {
    Job job = Samples.job("1", Target.MAX, 0x207fffff);
    Bytes prefix = Bytes.of(new byte[42]).then(Bytes.of(HexFormat.of().parseHex(script)));
    return new Job(
        job.id(),
        job.header(),
        new MerkleSource.Coinbase(prefix, 4, Bytes.EMPTY, List.of()),
        0,
        job.shareTarget(),
        true,
        job.origin());
  }
}
