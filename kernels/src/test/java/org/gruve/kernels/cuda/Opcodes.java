package org.gruve.kernels.cuda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arithmetic instructions of PTX that kernels of whole numbers are made of, by their names. */
final class Opcodes {
  private static final Map<String, Opcode> ALL = new Opcodes().all;

  private final Map<String, Opcode> all = new HashMap<>();

  private Opcodes() {
    for (int bits : List.of(16, 32, 64)) {
      sums(bits);
      products(bits);
      bits(bits);
      comparisons(bits);
    }
    wideProducts(16);
    wideProducts(32);
    words();
    predicates();
    Conversions.names().forEach((name, opcode) -> all.put(name, opcode));
  }

  static Optional<Opcode> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The three sources of a bit combine as the table of eight bits says, a being the high index. */
  static Opcode lop3(int table) {
    return new Opcode(3, 32, 32, 32, (a, b, c) -> ternary(table, a, b, c));
  }

  private static long ternary(int table, long a, long b, long c) {
    long result = 0;
    for (int index = 0; index < 8; index++) {
      if ((table >> index & 1) != 0) {
        long x = (index & 4) != 0 ? a : ~a;
        long y = (index & 2) != 0 ? b : ~b;
        result |= x & y & ((index & 1) != 0 ? c : ~c);
      }
    }
    return result;
  }

  private void put(String name, String types, int bits, int sources, Operation operation) {
    for (char type : types.toCharArray()) {
      all.put(name + "." + type + bits, new Opcode(sources, bits, bits, bits, operation));
    }
  }

  private void sums(int bits) {
    put("mov", "bus", bits, 1, (a, b, c) -> a);
    put("add", "us", bits, 2, (a, b, c) -> a + b);
    put("sub", "us", bits, 2, (a, b, c) -> a - b);
    put("neg", "s", bits, 1, (a, b, c) -> -a);
    put("abs", "s", bits, 1, (a, b, c) -> Math.abs(signed(a, bits)));
    put("min", "u", bits, 2, (a, b, c) -> Long.compareUnsigned(a, b) < 0 ? a : b);
    put("max", "u", bits, 2, (a, b, c) -> Long.compareUnsigned(a, b) > 0 ? a : b);
    put("min", "s", bits, 2, (a, b, c) -> Math.min(signed(a, bits), signed(b, bits)));
    put("max", "s", bits, 2, (a, b, c) -> Math.max(signed(a, bits), signed(b, bits)));
  }

  private void products(int bits) {
    put("mul.lo", "us", bits, 2, (a, b, c) -> a * b);
    put("mad.lo", "us", bits, 3, (a, b, c) -> a * b + c);
    if (bits == 64) {
      put("mul.hi", "u", bits, 2, (a, b, c) -> Math.unsignedMultiplyHigh(a, b));
      put("mul.hi", "s", bits, 2, (a, b, c) -> Math.multiplyHigh(a, b));
      put("mad.hi", "u", bits, 3, (a, b, c) -> Math.unsignedMultiplyHigh(a, b) + c);
    } else {
      put("mul.hi", "u", bits, 2, (a, b, c) -> a * b >>> bits);
      put("mul.hi", "s", bits, 2, (a, b, c) -> signed(a, bits) * signed(b, bits) >> bits);
      put("mad.hi", "u", bits, 3, (a, b, c) -> (a * b >>> bits) + c);
    }
  }

  private void wideProducts(int bits) {
    wide("mul.wide.u", bits, 2, (a, b, c) -> a * b);
    wide("mul.wide.s", bits, 2, (a, b, c) -> signed(a, bits) * signed(b, bits));
    wide("mad.wide.u", bits, 3, (a, b, c) -> a * b + c);
    wide("mad.wide.s", bits, 3, (a, b, c) -> signed(a, bits) * signed(b, bits) + c);
  }

  private void wide(String name, int bits, int sources, Operation operation) {
    all.put(name + bits, new Opcode(sources, bits, 2 * bits, 2 * bits, operation));
  }

  private void bits(int bits) {
    put("and", "b", bits, 2, (a, b, c) -> a & b);
    put("or", "b", bits, 2, (a, b, c) -> a | b);
    put("xor", "b", bits, 2, (a, b, c) -> a ^ b);
    put("not", "b", bits, 1, (a, b, c) -> ~a);
    // The count is always of 32 bits, and one beyond the width is no mistake.
    shift("shl", "b", bits, (a, b, c) -> b > 63 ? 0 : a << b);
    shift("shr", "bu", bits, (a, b, c) -> b > 63 ? 0 : a >>> b);
    shift("shr", "s", bits, (a, b, c) -> signed(a, bits) >> Math.min(b, 63));
    selection(bits);
  }

  private void shift(String name, String types, int bits, Operation operation) {
    for (char type : types.toCharArray()) {
      all.put(name + "." + type + bits, new Opcode(2, 64, 0, bits, operation));
    }
  }

  private void selection(int bits) {
    for (char type : "bus".toCharArray()) {
      all.put("selp." + type + bits, new Opcode(3, bits, 1, bits, (a, b, c) -> c != 0 ? a : b));
    }
  }

  private void comparisons(int bits) {
    for (char type : "bus".toCharArray()) {
      comparison("eq", type, bits, (a, b, c) -> a == b ? 1 : 0);
      comparison("ne", type, bits, (a, b, c) -> a != b ? 1 : 0);
    }
    comparison("lt", 's', bits, (a, b, c) -> signed(a, bits) < signed(b, bits) ? 1 : 0);
    comparison("le", 's', bits, (a, b, c) -> signed(a, bits) <= signed(b, bits) ? 1 : 0);
    comparison("gt", 's', bits, (a, b, c) -> signed(a, bits) > signed(b, bits) ? 1 : 0);
    comparison("ge", 's', bits, (a, b, c) -> signed(a, bits) >= signed(b, bits) ? 1 : 0);
    unsigned(List.of("lt", "lo"), bits, (a, b, c) -> Long.compareUnsigned(a, b) < 0 ? 1 : 0);
    unsigned(List.of("le", "ls"), bits, (a, b, c) -> Long.compareUnsigned(a, b) <= 0 ? 1 : 0);
    unsigned(List.of("gt", "hi"), bits, (a, b, c) -> Long.compareUnsigned(a, b) > 0 ? 1 : 0);
    unsigned(List.of("ge", "hs"), bits, (a, b, c) -> Long.compareUnsigned(a, b) >= 0 ? 1 : 0);
  }

  private void unsigned(List<String> names, int bits, Operation operation) {
    names.forEach(name -> comparison(name, 'u', bits, operation));
  }

  private void comparison(String name, char type, int bits, Operation operation) {
    all.put("setp." + name + "." + type + bits, new Opcode(2, bits, 0, 1, operation));
  }

  private void words() {
    // A turn by a 5-bit count; clamped, a count of 32 gives the other word whole.
    put("shf.l.wrap", "b", 32, 3, (a, b, c) -> left(a, b, c & 31));
    put("shf.r.wrap", "b", 32, 3, (a, b, c) -> (b << 32 | a) >>> (c & 31));
    put("shf.l.clamp", "b", 32, 3, (a, b, c) -> left(a, b, Math.min(c, 32)));
    put("shf.r.clamp", "b", 32, 3, (a, b, c) -> (b << 32 | a) >>> Math.min(c, 32));
    put("prmt", "b", 32, 3, Opcodes::permuted);
    put("popc", "b", 32, 1, (a, b, c) -> Long.bitCount(a));
    put("clz", "b", 32, 1, (a, b, c) -> Integer.numberOfLeadingZeros((int) a));
    put("brev", "b", 32, 1, (a, b, c) -> Integer.reverse((int) a));
  }

  private static long left(long low, long high, long count) {
    return (high << 32 | low) << count >>> 32;
  }

  /** Each digit of the selector picks one of eight bytes; with its high bit it spreads a sign. */
  private static long permuted(long a, long b, long selector) {
    long result = 0;
    for (int i = 0; i < 4; i++) {
      int digit = (int) (selector >> 4 * i) & 15;
      long picked = (b << 32 | a) >>> 8 * (digit & 7) & 0xff;
      result |= ((digit & 8) == 0 ? picked : picked >> 7 == 1 ? 0xff : 0) << 8 * i;
    }
    return result;
  }

  private void predicates() {
    all.put("mov.pred", new Opcode(1, 1, 0, 1, (a, b, c) -> a));
    all.put("not.pred", new Opcode(1, 1, 0, 1, (a, b, c) -> ~a));
    all.put("and.pred", new Opcode(2, 1, 0, 1, (a, b, c) -> a & b));
    all.put("or.pred", new Opcode(2, 1, 0, 1, (a, b, c) -> a | b));
    all.put("xor.pred", new Opcode(2, 1, 0, 1, (a, b, c) -> a ^ b));
  }

  static long signed(long value, int bits) {
    return value << 64 - bits >> 64 - bits;
  }
}
