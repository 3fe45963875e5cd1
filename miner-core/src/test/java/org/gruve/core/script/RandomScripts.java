package org.gruve.core.script;

import java.util.Random;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.hash.Bytes;

/** Scripts from a seed: half of what they do makes sense, so that they get somewhere. */
final class RandomScripts {
  private final Random random;

  RandomScripts(Random random) {
    this.random = random;
  }

  /** Bytes without any sense. */
  Bytes noise(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  /** Pushes, of which most are small numbers. */
  Bytes pushes(int count) {
    ByteWriter out = new ByteWriter();
    for (int i = 0; i < count; i++) {
      out.raw(push());
    }
    return Bytes.of(out.toArray());
  }

  /** Operations from {@code first} to {@code last}, and pushes among them; well formed. */
  Bytes operations(int count, int first, int last) {
    ByteWriter out = new ByteWriter();
    for (int i = 0; i < count; i++) {
      if (random.nextInt(4) == 0) {
        out.raw(push());
      } else {
        out.uint8(first + random.nextInt(last - first + 1));
      }
    }
    return Bytes.of(out.toArray());
  }

  private byte[] push() {
    if (random.nextInt(3) != 0) {
      int number = random.nextInt(19) - 1;
      int small = number == 0 ? Op.OP_0 : Op.OP_1 - 1 + number;
      return new byte[] {(byte) (number > 16 ? Op.OP_1NEGATE : small)};
    }
    byte[] element = new byte[random.nextInt(random.nextInt(8) == 0 ? 80 : 6)];
    random.nextBytes(element);
    return ScriptCode.pushOf(element);
  }
}
