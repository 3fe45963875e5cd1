package org.gruve.kernels.generate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs the machine code of {@link WideCode} by its bytes, so that it can be tested where no
 * processor has AVX-512. It decodes by the Intel SDM, volume 2, and knows nothing of the assembler.
 */
final class WideInterpreter {
  private static final int LANES = 16;

  private final ByteBuffer code;
  private final Map<Long, Integer> memory = new HashMap<>();
  private final int[][] vectors = new int[32][LANES];
  private final long[] scalars = new long[16];
  private int passed;
  private boolean zero;

  WideInterpreter(byte[] code) {
    this.code = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN);
  }

  void set(int register, long value) {
    scalars[register] = value;
  }

  /** Gives it memory; elsewhere it may neither read nor write. */
  void allot(long address, int words) {
    for (int i = 0; i < words; i++) {
      memory.put(address + 4L * i, 0);
    }
  }

  void write(long address, int... words) {
    for (int i = 0; i < words.length; i++) {
      read(address + 4L * i);
      memory.put(address + 4L * i, words[i]);
    }
  }

  int read(long address) {
    Integer word = memory.get(address);
    if (word == null) {
      throw new IllegalStateException("no memory at " + Long.toHexString(address));
    }
    return word;
  }

  /** Runs until it returns; returns RAX. */
  long run() {
    while (true) {
      int first = next();
      switch (first) {
        case 0x62 -> vector();
        case 0xc3 -> {
          return scalars[0];
        }
        case 0xc5 -> shortVex();
        case 0x0f -> jump();
        default -> scalar(first);
      }
    }
  }

  private int next() {
    return code.get() & 0xff;
  }

  private void shortVex() {
    int second = next();
    int opcode = next();
    if (second == 0xf8 && opcode == 0x93 && next() == 0xc1) {
      scalars[0] = passed;
    } else if (second != 0xf8 || opcode != 0x77) {
      throw unknown(opcode);
    }
  }

  private void jump() {
    if (next() != 0x85) {
      throw unknown(0x0f);
    }
    int distance = code.getInt();
    if (!zero) {
      code.position(code.position() + distance);
    }
  }

  private void scalar(int rex) {
    int opcode = next();
    int modrm = next();
    int reg = (modrm >> 3 & 7) | (rex & 4) << 1;
    int rm = (modrm & 7) | (rex & 1) << 3;
    switch (opcode) {
      case 0x31 -> scalars[rm] ^= scalars[reg];
      case 0x09 -> scalars[rm] |= scalars[reg];
      case 0x89 -> scalars[rm] = scalars[reg];
      case 0x81 -> scalars[rm] += code.getInt();
      case 0xff -> {
        scalars[rm]--;
        zero = scalars[rm] == 0;
      }
      default -> throw unknown(opcode);
    }
  }

  private void vector() {
    int p0 = ~next();
    int p1 = next();
    int p2 = next();
    int opcode = next();
    int modrm = next();
    if ((p1 & 0x84) != 0x04 || (p2 & 0xe7) != 0x40) {
      throw unknown(opcode); // only words of 32 bits, all 512 bits, no mask
    }
    int reg = (modrm >> 3 & 7) | (p0 >> 7 & 1) << 3 | (p0 >> 4 & 1) << 4;
    int second = (~p1 >> 3 & 15) | (~p2 >> 3 & 1) << 4;
    boolean shared = (p2 & 0x10) != 0 || opcode == 0x58;
    int kind = (~p0 & 7) << 8 | opcode;
    if (kind == 0x17f) {
      write(address(modrm, p0, 64), vectors[reg]);
      return;
    }
    int[] third =
        modrm >= 0xc0
            ? vectors[(modrm & 7) | (p0 >> 5 & 1) << 3 | (p0 >> 6 & 1) << 4]
            : operand(address(modrm, p0, shared ? 4 : 64), shared);
    execute(kind, reg, second, third.clone());
  }

  private void execute(int kind, int reg, int second, int[] third) {
    switch (kind) {
      case 0x16f, 0x258 -> vectors[reg] = third;
      case 0x1fe -> Arrays.setAll(vectors[reg], i -> third[i] + vectors[second][i]);
      case 0x172 -> turn(reg, second, third, next());
      case 0x325 -> ternary(vectors[reg], vectors[second].clone(), third, next());
      case 0x200 -> vectors[reg] = shuffled(vectors[second], third);
      case 0x227 -> test(vectors[second], third);
      default -> throw unknown(kind);
    }
  }

  private void turn(int which, int to, int[] from, int by) {
    int[] result = new int[LANES];
    Arrays.setAll(
        result,
        i ->
            switch (which) {
              case 0 -> Integer.rotateRight(from[i], by);
              case 2 -> from[i] >>> by;
              default -> throw unknown(which);
            });
    vectors[to] = result;
  }

  private static void ternary(int[] a, int[] b, int[] c, int table) {
    for (int lane = 0; lane < LANES; lane++) {
      int result = 0;
      for (int bit = 0; bit < 32; bit++) {
        int index = (a[lane] >> bit & 1) << 2 | (b[lane] >> bit & 1) << 1 | (c[lane] >> bit & 1);
        result |= (table >> index & 1) << bit;
      }
      a[lane] = result;
    }
  }

  private static int[] shuffled(int[] from, int[] order) {
    ByteBuffer source = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer wanted = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    source.asIntBuffer().put(from);
    wanted.asIntBuffer().put(order);
    ByteBuffer result = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 64; i++) {
      result.put(i, source.get((i & ~15) + (wanted.get(i) & 15)));
    }
    int[] words = new int[LANES];
    result.asIntBuffer().get(words);
    return words;
  }

  private void test(int[] a, int[] b) {
    passed = 0;
    for (int lane = 0; lane < LANES; lane++) {
      passed |= (a[lane] & b[lane]) == 0 ? 1 << lane : 0;
    }
  }

  private long address(int modrm, int p0, int unit) {
    long base = scalars[(modrm & 7) | (p0 >> 5 & 1) << 3];
    return switch (modrm >> 6) {
      case 0 -> base;
      case 1 -> base + (long) code.get() * unit;
      default -> base + code.getInt();
    };
  }

  private int[] operand(long address, boolean shared) {
    int[] words = new int[LANES];
    Arrays.setAll(words, i -> read(address + (shared ? 0 : 4L * i)));
    return words;
  }

  private IllegalStateException unknown(int opcode) {
    return new IllegalStateException(
        "no instruction of ours at " + code.position() + ": " + Integer.toHexString(opcode));
  }
}
