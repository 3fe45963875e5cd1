package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash160;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever a script holds, running it ends with an error or well, and soon. */
class RandomScriptTest {
  private static final long SEED = 20261127;

  private final Random random = new Random(SEED);
  private final RandomScripts scripts = new RandomScripts(random);
  private final SignatureChecks checks = SignatureChecks.exact(new RememberedSignatures());

  @Test
  void noScriptThrows() {
    System.out.println("seed " + SEED);
    Map<ScriptError, Integer> ends = new EnumMap<>(ScriptError.class);
    for (int i = 0; i < 200_000; i++) {
      SpentTransaction spent = spent();
      ScriptFlags flags = RandomFlags.next(random).withNeeded();
      ends.merge(ScriptVerifier.verify(spent, 0, flags, checks), 1, Integer::sum);
    }
    System.out.println(ends);
    assertThat(ends).hasSizeGreaterThan(30).doesNotContainKey(ScriptError.UNKNOWN_ERROR);
  }

  @Test
  void theLongestScriptsEndSoon() {
    List<Bytes> longest =
        List.of(
            repeated(10_000, Op.OP_DUP),
            repeated(10_000, Op.OP_IF),
            repeated(10_000, Op.OP_CODESEPARATOR),
            pushesThen(200, Op.OP_HASH256),
            multisigs(8));
    for (Bytes script : longest) {
      SpentTransaction spent = TestSpend.of(Bytes.EMPTY, List.of(), script, 0);
      ScriptError error =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> ScriptVerifier.verify(spent, 0, ScriptFlags.NONE, checks));
      assertThat(error).isNotEqualTo(ScriptError.UNKNOWN_ERROR);
    }
  }

  /** A tapscript has no limit on operations; it is as long as a block allows. */
  @Test
  void theLongestTapscriptEndsSoon() {
    ByteWriter out = new ByteWriter();
    IntStream.range(0, 990).forEach(i -> out.uint8(Op.OP_1));
    IntStream.range(0, 800_000)
        .forEach(i -> out.raw(new byte[] {2, (byte) 0xd0, 3, (byte) Op.OP_ROLL}));
    SpentTransaction any = TestSpend.of(Bytes.EMPTY, List.of(), Bytes.EMPTY, 0);
    InputChecker checker = new InputChecker(any, 0, ScriptFlags.NONE, checks);
    ExecutionData data = ExecutionData.scriptPath(null, new byte[32], 4_000_000);
    ScriptStack stack = new ScriptStack();
    Evaluation evaluation =
        new Evaluation(stack, out.toArray(), SigVersion.TAPSCRIPT, checker, data);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), evaluation::run);
    assertThat(stack.size()).isEqualTo(990);
  }

  /** SINGLE signs an output alone, whose hash must not be made again for each signature. */
  @Test
  void manySignaturesOfOneBigOutputEndSoon() {
    TxIn input = new TxIn(OutPoint.NULL, Bytes.EMPTY, 0, List.of());
    TxOut big = new TxOut(0, Bytes.of(new byte[900_000]));
    TxOut small = new TxOut(0, Bytes.EMPTY);
    SpentTransaction spent =
        new SpentTransaction(new Transaction(2, List.of(input), List.of(big), 0), List.of(small));
    ExecutionData data = ExecutionData.keyPath(null);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 50_000; i++) {
            TaprootSighash.hash(spent, 0, SighashType.SINGLE, data);
          }
        });
  }

  private SpentTransaction spent() {
    Bytes script = script();
    List<Bytes> witness = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      witness.add(random.nextBoolean() ? scripts.noise(70) : Bytes.EMPTY);
    }
    Bytes pushes = scripts.pushes(random.nextInt(6));
    return switch (random.nextInt(6)) {
      case 0 -> TestSpend.of(scripts.noise(60), witness, script, 1);
      case 1 -> TestSpend.of(pushes.then(pushOf(script)), witness, payToScriptHash(script), 1);
      case 2 -> {
        witness.add(script);
        yield TestSpend.of(Bytes.EMPTY, witness, program(0, Sha256d.sha256(), script), 1);
      }
      case 3 -> TestSpend.of(pushes, witness, program(random.nextInt(17)), 1);
      case 4 -> TestSpend.of(pushOf(program(0)), witness, payToScriptHash(program(0)), 1);
      default -> TestSpend.of(pushes, List.of(), script, 1);
    };
  }

  private Bytes script() {
    return switch (random.nextInt(3)) {
      case 0 -> scripts.noise(60);
      case 1 -> scripts.operations(1 + random.nextInt(250), Op.OP_1NEGATE, Op.OP_CHECKSIGADD);
      default -> scripts.operations(1 + random.nextInt(10), Op.OP_NOP, Op.OP_NOP10);
    };
  }

  private Bytes program(int version) {
    int size = random.nextBoolean() ? 32 : 2 + random.nextInt(39);
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    int first = version == 0 ? Op.OP_0 : Op.OP_1 - 1 + version;
    return Bytes.of(new ByteWriter().uint8(first).uint8(size).raw(bytes).toArray());
  }

  private static Bytes program(int version, MessageDigest sha256, Bytes script) {
    byte[] hash = sha256.digest(script.toArray());
    return Bytes.of(new ByteWriter().uint8(version).uint8(hash.length).raw(hash).toArray());
  }

  private static Bytes payToScriptHash(Bytes script) {
    return Bytes.of(
        new ByteWriter()
            .uint8(Op.OP_HASH160)
            .uint8(20)
            .raw(Hash160.hash(script.toArray()))
            .uint8(Op.OP_EQUAL)
            .toArray());
  }

  private static Bytes pushOf(Bytes script) {
    return Bytes.of(ScriptCode.pushOf(script.toArray()));
  }

  private static Bytes repeated(int count, int opcode) {
    byte[] script = new byte[count];
    Arrays.fill(script, (byte) opcode);
    return Bytes.of(script);
  }

  private static Bytes pushesThen(int count, int opcode) {
    Bytes element = Bytes.of(ScriptCode.pushOf(new byte[520]));
    return element.then(repeated(count, opcode));
  }

  /** As many signatures and keys as the limit on operations allows; none of them holds. */
  private static Bytes multisigs(int count) {
    ByteWriter out = new ByteWriter();
    byte[] signature = ScriptCode.pushOf(Bytes.ofHex("3006020101020101" + "01").toArray());
    byte[] key = ScriptCode.pushOf(Secp256k1.G.getEncoded(true));
    for (int i = 0; i < count; i++) {
      out.uint8(Op.OP_0).raw(signature).raw(signature).uint8(Op.OP_2);
      IntStream.range(0, 20).forEach(k -> out.raw(key));
      out.raw(new byte[] {1, 20}).uint8(Op.OP_CHECKMULTISIG).uint8(Op.OP_DROP);
    }
    return Bytes.of(out.uint8(Op.OP_1).toArray());
  }
}
