package org.gruve.kernels.generate;

import static org.gruve.kernels.x86.Register.RCX;
import static org.gruve.kernels.x86.Register.RDI;
import static org.gruve.kernels.x86.Register.RDX;
import static org.gruve.kernels.x86.Register.RSI;

import java.util.BitSet;
import java.util.List;
import org.gruve.kernels.generate.WideOp.Place;
import org.gruve.kernels.x86.WideAssembler;

/**
 * Machine code for AVX-512 that computes a program for 16 lanes, and whatever it needs beside:
 * HotSpot turns the same program into the same instructions, but keeps the words between its
 * methods in memory, and may fail to compile them.
 *
 * <p>RDI points to a context: the words that lanes have in common, in the order of {@link
 * Program#readByLanes}; at the offsets below, what else it reads. RSI points to midstates, each
 * word of 16 of them after the other; RDX to where last words go; RCX counts groups of 16; RAX is
 * not zero where a last word passed.
 */
public final class WideCode {
  /** Lanes to a group. */
  public static final int LANES = 16;

  /** A word: the bits that the test of last words wants to be 0. */
  public static final int ZEROS = 252;

  /** A word for each lane: the nonces of the next group, where lanes are nonces. */
  public static final int COUNTER = 256;

  /** A word for each lane: what is added to the counter. */
  public static final int STEP = 320;

  /** A byte order for each lane: that of big-endian words. */
  public static final int BYTE_ORDER = 384;

  /** Words that the code has in common with itself, see {@link #constants}. */
  public static final int CONSTANTS = 448;

  private static final int REGISTERS = 32;

  private final WideAssembler code = new WideAssembler();
  private final BitSet free = new BitSet();
  private final int[] registers;
  private final int[] lastUse;
  private final int[] constants;

  private WideCode(Program program) {
    if (4 * program.readByLanes(Stage::isScalar).size() > ZEROS) {
      throw new IllegalStateException("the words in common do not fit into the context");
    }
    WideLowering lowering = new WideLowering(program);
    int result = lowering.value(program.result());
    constants = lowering.constants();
    free.set(0, REGISTERS);
    registers = new int[lowering.ops().size()];
    lastUse = lastUses(lowering.ops(), result);
    boolean counts = program.inputs().getLast().stage() == Stage.HASH;
    write(lowering.ops(), result, counts, 4 * LANES * lowering.midstateWords());
  }

  /** The layout in which a lane is a midstate. */
  public static WideCode rolled() {
    return new WideCode(HeaderHash.midstatePerLane());
  }

  /** The layout in which a lane is a nonce. */
  public static WideCode nonces() {
    return new WideCode(HeaderHash.noncePerLane());
  }

  /** The instructions. */
  public byte[] bytes() {
    return code.bytes();
  }

  /** What must stand in the context from {@link #CONSTANTS} on. */
  public int[] constants() {
    return constants.clone();
  }

  /** By value, the number of the instruction that reads it last. */
  private static int[] lastUses(List<WideOp> ops, int result) {
    int[] last = new int[ops.size()];
    for (int i = 0; i < ops.size(); i++) {
      for (int read : ops.get(i).reads()) {
        last[read] = i;
      }
    }
    last[result] = ops.size();
    return last;
  }

  private void write(List<WideOp> ops, int result, boolean counts, int bytesOfMidstates) {
    code.clearR8();
    int start = code.here();
    for (int i = 0; i < ops.size(); i++) {
      write(ops.get(i), i);
    }
    end(registers[result], counts, bytesOfMidstates, start);
  }

  private void end(int result, boolean counts, int bytesOfMidstates, int start) {
    code.store(RDX.at(0), result);
    code.lanesWithout(result, RDI.at(ZEROS));
    code.orIntoR8();
    if (counts) {
      code.load(0, RDI.at(COUNTER));
      code.add(0, 0, RDI.at(STEP));
      code.store(RDI.at(COUNTER), 0);
    }
    code.add(RSI, bytesOfMidstates);
    code.add(RDX, 4 * LANES);
    code.decrement(RCX);
    code.loopWhileNotZero(start);
    code.moveFromR8();
    code.zeroUpper();
    code.end();
  }

  /** Registers of values that are read for the last time can take the result. */
  private void write(WideOp op, int now) {
    switch (op) {
      case WideOp.Load(int to, Place from) -> load(take(to), from);
      case WideOp.Reverse(int to, int from) -> {
        int source = read(from, now);
        code.shuffleBytes(take(to), source, RDI.at(BYTE_ORDER));
      }
      case WideOp.Add(int to, int a, Place.Value(int b)) -> {
        int left = read(a, now);
        int right = a == b ? left : read(b, now);
        code.add(take(to), left, right);
      }
      case WideOp.Add(int to, int a, Place.Lanes(var at)) -> {
        int left = read(a, now);
        code.add(take(to), left, at);
      }
      case WideOp.Add(int to, int a, Place.Shared(var at)) -> {
        int left = read(a, now);
        code.addWord(take(to), left, at);
      }
      case WideOp.Turn(int to, int from, int by, boolean rotates) -> {
        int source = read(from, now);
        if (rotates) {
          code.rotateRight(take(to), source, by);
        } else {
          code.shiftRight(take(to), source, by);
        }
      }
      case WideOp.Bits bits -> write(bits, now);
    }
  }

  /** The result replaces one of the three: one that is not needed any more, or a copy. */
  private void write(WideOp.Bits bits, int now) {
    int[] in = {bits.x(), bits.y(), bits.z()};
    int first = 0;
    while (first < 2 && lastUse[in[first]] != now) {
      first++;
    }
    int a = registers[in[first]];
    int b = registers[in[(first + 1) % 3]];
    int c = registers[in[(first + 2) % 3]];
    if (lastUse[in[first]] == now) {
      registers[bits.to()] = a;
    } else {
      code.move(take(bits.to()), a);
    }
    code.ternary(registers[bits.to()], b, c, turned(bits.table(), first));
    for (int other = 1; other < 3; other++) {
      read(in[(first + other) % 3], now);
    }
  }

  /** The table for operands that begin with another one and go round. */
  private static int turned(int table, int first) {
    int turned = 0;
    for (int index = 0; index < 8; index++) {
      int original = 0;
      for (int operand = 0; operand < 3; operand++) {
        int bit = index >> (2 - operand) & 1;
        original |= bit << (2 - (first + operand) % 3);
      }
      turned |= (table >> original & 1) << index;
    }
    return turned;
  }

  private void load(int to, Place from) {
    switch (from) {
      case Place.Lanes(var at) -> code.load(to, at);
      case Place.Shared(var at) -> code.broadcast(to, at);
      case Place.Value(int number) -> code.move(to, registers[number]);
    }
  }

  private int read(int value, int now) {
    int register = registers[value];
    if (lastUse[value] == now) {
      free.set(register);
    }
    return register;
  }

  private int take(int value) {
    int register = free.nextSetBit(0);
    if (register < 0) {
      throw new IllegalStateException("more values live at once than there are registers");
    }
    free.clear(register);
    registers[value] = register;
    return register;
  }
}
