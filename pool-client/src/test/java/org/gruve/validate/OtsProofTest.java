package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.gruve.core.TestData;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Bytes;
import org.gruve.validate.OtsProof.Attestation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OtsProofTest {
  @Test
  void leadsToTheRootOfABlock() throws IOException {
    OtsProof proof = OtsProof.parse(TestData.bytes("ots/hello-world.txt.ots"));
    BlockHeader header = BlockHeader.parse(TestData.bytes("ots/header_358391.bin"));
    assertThat(proof.attestations())
        .containsExactly(new Attestation.Bitcoin(header.merkleRoot(), 358_391));
    assertThat(isAbout(proof, TestData.bytes("ots/hello-world.txt"))).isTrue();
    assertThat(isAbout(proof, TestData.bytes("ots/merkle1.txt"))).isFalse();
  }

  @Test
  void tellsPromisesFromProofs() throws IOException {
    assertThat(OtsProof.parse(TestData.bytes("ots/incomplete.txt.ots")).attestations())
        .containsExactly(new Attestation.Pending("https://alice.btc.calendar.opentimestamps.org"));
    OtsProof merkle1 = OtsProof.parse(TestData.bytes("ots/merkle1.txt.ots"));
    assertThat(merkle1.attestations()).hasOnlyElementsOfType(Attestation.Pending.class);
    assertThat(isAbout(merkle1, TestData.bytes("ots/merkle1.txt"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello-world", "incomplete", "merkle1"})
  void refusesAProofThatIsCutShortAnywhere(String name) {
    byte[] whole = TestData.bytes("ots/" + name + ".txt.ots");
    for (int size = 0; size < whole.length; size++) {
      byte[] cut = Arrays.copyOf(whole, size);
      assertThatThrownBy(() -> OtsProof.parse(cut))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("not a valid OpenTimestamps proof");
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> OtsProof.parse(longer)).hasMessageContaining("follows its end");
  }

  @Test
  void refusesDeepNestsLongMessagesAndUnknownOperations() {
    assertThatThrownBy(() -> OtsProof.parse(ops("08".repeat(300)))).hasMessageContaining("256");
    assertThatThrownBy(() -> OtsProof.parse(ops("f3".repeat(8))))
        .hasMessageContaining("8192 bytes");
    assertThatThrownBy(() -> OtsProof.parse(ops("f0ffffffff7f"))).hasMessageContaining("length");
    assertThatThrownBy(() -> OtsProof.parse(ops("f4"))).hasMessageContaining("f4 is not known");
    assertThatThrownBy(() -> OtsProof.parse(ops("0083dfe30d2ef90c8e03021b5b")))
        .hasMessageContaining("letters");
  }

  @Test
  void meetsChangedBytesWithAnAnswerOrARefusal() {
    byte[] whole = TestData.bytes("ots/hello-world.txt.ots");
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        assertThat(OtsProof.parse(changed).digest().size()).as("seed " + seed).isPositive();
      } catch (InputException e) {
        assertThat(e.sentence()).as("seed " + seed).doesNotContain("\n");
      }
    }
  }

  private static boolean isAbout(OtsProof proof, byte[] content) throws IOException {
    return proof.isAbout(new ByteArrayInputStream(content));
  }

  private static byte[] ops(String hex) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(TestData.bytes("ots/hello-world.txt.ots"), 31));
    out.writeBytes(Bytes.ofHex("0108" + "11".repeat(32) + hex).toArray());
    return out.toByteArray();
  }
}
