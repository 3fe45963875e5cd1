package org.gruve.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;

class Sha256dTest {
  private static final long SEED = 20261123;

  @Test
  void equalsBouncyCastleTwice() {
    Random random = new Random(SEED);
    for (int length = 0; length < 200; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      assertThat(Sha256d.hash(message).bytes())
          .as("seed %d, %d bytes", SEED, length)
          .isEqualTo(bouncyCastle(bouncyCastle(message)));
    }
  }

  @Test
  void partsAreHashedAsOneMessage() {
    byte[] message = new byte[150];
    new Random(SEED).nextBytes(message);
    Hash256 parts =
        Sha256d.hash(
            Arrays.copyOf(message, 3),
            new byte[0],
            Arrays.copyOfRange(message, 3, 100),
            Arrays.copyOfRange(message, 100, 150));
    assertThat(parts).isEqualTo(Sha256d.hash(message));
  }

  @Test
  void finishesAHashBegunElsewhere() {
    byte[] message = "begun elsewhere".getBytes(StandardCharsets.US_ASCII);
    MessageDigest begun = Sha256d.sha256();
    begun.update(message);
    assertThat(Sha256d.finish(begun)).isEqualTo(Sha256d.hash(message));
  }

  private static byte[] bouncyCastle(byte[] message) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(message, 0, message.length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return out;
  }
}
