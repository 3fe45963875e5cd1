package org.gruve.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;

class Sha256Test {
  private static final long SEED = 20261122;

  @Test
  void constantsAreThoseOfTheStandard() {
    assertThat(HexFormat.of().toHexDigits(Sha256.k(0))).isEqualTo("428a2f98");
    assertThat(HexFormat.of().toHexDigits(Sha256.k(63))).isEqualTo("c67178f2");
    assertThat(Sha256.initialState()).startsWith(0x6a09e667).endsWith(0x5be0cd19);
  }

  @Test
  void digestsOfEveryLengthEqualTheJdks() {
    Random random = new Random(SEED);
    MessageDigest jdk = Sha256d.sha256();
    for (int length = 0; length <= 300; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      assertThat(digest(message))
          .as("seed %d, %d bytes", SEED, length)
          .isEqualTo(jdk.digest(message));
    }
  }

  @Test
  void midstatesEqualBouncyCastles() {
    Random random = new Random(SEED);
    for (int blocks = 1; blocks <= 40; blocks++) {
      byte[] message = new byte[64 * blocks];
      random.nextBytes(message);
      assertThat(absorb(message, blocks))
          .as("seed %d, %d blocks", SEED, blocks)
          .isEqualTo(bouncyCastleState(message));
    }
  }

  @Test
  void midstateOfAHeaderIsTheStateAfterItsFirst64Bytes() {
    byte[] header = new byte[80];
    new Random(SEED).nextBytes(header);
    assertThat(Sha256.midstate(header)).isEqualTo(bouncyCastleState(Arrays.copyOf(header, 64)));
  }

  @Test
  void initialStateIsACopy() {
    Sha256.initialState()[0] = 0;
    assertThat(Sha256.initialState()[0]).isEqualTo(0x6a09e667);
  }

  /** Encoded state of BouncyCastle's digest: after the byte count and the word buffer, H1 to H8. */
  private static int[] bouncyCastleState(byte[] blocks) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(blocks, 0, blocks.length);
    ByteBuffer encoded = ByteBuffer.wrap(digest.getEncodedState());
    return IntStream.range(0, 8).map(i -> encoded.getInt(16 + 4 * i)).toArray();
  }

  private static byte[] digest(byte[] message) {
    int blocks = (message.length + 8) / 64 + 1;
    byte[] padded = Arrays.copyOf(message, 64 * blocks);
    padded[message.length] = (byte) 0x80;
    ByteBuffer.wrap(padded).putLong(padded.length - 8, 8L * message.length);
    ByteBuffer out = ByteBuffer.allocate(32);
    for (int word : absorb(padded, blocks)) {
      out.putInt(word);
    }
    return out.array();
  }

  private static int[] absorb(byte[] message, int blocks) {
    int[] state = Sha256.initialState();
    for (int i = 0; i < blocks; i++) {
      Sha256.compress(state, message, 64 * i);
    }
    return state;
  }
}
