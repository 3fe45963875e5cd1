package org.gruve.kernels.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gruve.core.hash.Sha256;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;

/** The machine code for AVX-512, on any processor, against the JDK's SHA-256. */
class WideCodeTest {
  private static final long SEED = Long.getLong("gruve.seed", 512);
  private static final long CONTEXT = 1L << 20;
  private static final long MIDSTATES = 2L << 20;
  private static final long RESULTS = 3L << 20;
  private static final int GROUPS = 2;
  private static final int HASHES = GROUPS * WideCode.LANES;
  private static final int RSI = 6;
  private static final int RDI = 7;
  private static final int RDX = 2;
  private static final int RCX = 1;
  private static final int[] BIG_ENDIAN = {0x00010203, 0x04050607, 0x08090a0b, 0x0c0d0e0f};

  private final Random random = new Random(SEED);
  private final byte[] header = new byte[80];

  WideCodeTest() {
    random.nextBytes(header);
  }

  @Test
  void hashesOneNonceForManyMidstates() {
    Program program = HeaderHash.midstatePerLane();
    List<Word.Name> midstate = program.readByLanes(Stage.MIDSTATE::equals);
    WideInterpreter processor =
        processor(WideCode.rolled(), midstate.size(), -1 >>> random.nextInt(32));
    byte[][] headers = new byte[HASHES][];
    for (int i = 0; i < HASHES; i++) {
      headers[i] = ByteBuffer.wrap(header.clone()).putInt(0, i).array();
      Evaluation words = words(program, headers[i]);
      for (int w = 0; w < midstate.size(); w++) {
        int at = i / WideCode.LANES * midstate.size() + w;
        long address = MIDSTATES + 4L * (WideCode.LANES * at + i % WideCode.LANES);
        processor.write(address, words.of(midstate.get(w)));
      }
    }
    putCommon(processor, program);
    assertHashes(processor, headers);
  }

  @Test
  void hashesManyNoncesOfOneMidstate() {
    Program program = HeaderHash.noncePerLane();
    WideInterpreter processor = processor(WideCode.nonces(), 0, 0x80);
    int nonce = Integer.reverseBytes(ByteBuffer.wrap(header).getInt(76));
    byte[][] headers = new byte[HASHES][];
    for (int i = 0; i < HASHES; i++) {
      int counted = Integer.reverseBytes(nonce + i);
      headers[i] = ByteBuffer.wrap(header.clone()).putInt(76, counted).array();
    }
    for (int lane = 0; lane < WideCode.LANES; lane++) {
      processor.write(CONTEXT + WideCode.COUNTER + 4L * lane, nonce + lane);
      processor.write(CONTEXT + WideCode.STEP + 4L * lane, WideCode.LANES);
      processor.write(CONTEXT + WideCode.BYTE_ORDER + 4L * lane, BIG_ENDIAN[lane % 4]);
    }
    putCommon(processor, program);
    assertHashes(processor, headers);
  }

  private static WideInterpreter processor(WideCode code, int words, int zeros) {
    WideInterpreter processor = new WideInterpreter(code.bytes());
    processor.allot(CONTEXT, WideCode.CONSTANTS / 4 + code.constants().length);
    processor.allot(MIDSTATES, HASHES * words);
    processor.allot(RESULTS, HASHES);
    processor.set(RDI, CONTEXT);
    processor.set(RSI, MIDSTATES);
    processor.set(RDX, RESULTS);
    processor.set(RCX, GROUPS);
    processor.write(CONTEXT + WideCode.CONSTANTS, code.constants());
    processor.write(CONTEXT + WideCode.ZEROS, zeros);
    return processor;
  }

  private void putCommon(WideInterpreter processor, Program program) {
    List<Word.Name> common = program.readByLanes(Stage::isScalar);
    Evaluation words = words(program, header);
    assertThat(4 * common.size()).isLessThanOrEqualTo(WideCode.ZEROS);
    for (int i = 0; i < common.size(); i++) {
      processor.write(CONTEXT + 4L * i, words.of(common.get(i)));
    }
  }

  private static Evaluation words(Program program, byte[] header) {
    Evaluation evaluation = new Evaluation();
    int[] midstate = Sha256.midstate(header);
    ByteBuffer bytes = ByteBuffer.wrap(header);
    for (int i = 0; i < 12; i++) {
      int word = i < 8 ? midstate[i] : bytes.getInt(64 + 4 * (i - 8));
      evaluation.set(program.inputs().get(i), i == 11 ? Integer.reverseBytes(word) : word);
    }
    evaluation.run(program);
    return evaluation;
  }

  private static void assertHashes(WideInterpreter processor, byte[][] headers) {
    int zeros = processor.read(CONTEXT + WideCode.ZEROS);
    long passed = processor.run();
    int[] last = new int[HASHES];
    Arrays.setAll(last, i -> Integer.reverseBytes(Sha256d.hash(headers[i]).topWord()));
    long expected = 0;
    for (int i = 0; i < HASHES; i++) {
      assertThat(processor.read(RESULTS + 4L * i))
          .as("hash %d, seed %d", i, SEED)
          .isEqualTo(last[i]);
      expected |= (last[i] & zeros) == 0 ? 1L << i % WideCode.LANES : 0;
    }
    assertThat(passed).as("seed %d", SEED).isEqualTo(expected);
  }
}
