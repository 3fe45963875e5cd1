package org.gruve.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Keccak256Test {
  /** Well known from Ethereum: of nothing, and of the signature of a transfer event. */
  @ParameterizedTest
  @CsvSource({
    "'', c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
    "'Transfer(address,address,uint256)',"
        + " ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"
  })
  void hashesAsBeforeSha3(String text, String hex) {
    byte[] hash = Keccak256.hash(text.getBytes(StandardCharsets.UTF_8));
    assertThat(Bytes.of(hash).hex()).isEqualTo(hex);
  }
}
