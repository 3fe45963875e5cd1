package org.gruve.kernels.generate;

import java.util.List;
import java.util.stream.Stream;
import org.gruve.kernels.x86.Memory;

/** An instruction on vectors whose registers are not chosen yet: each value has a number. */
sealed interface WideOp {
  /** The value that it makes. */
  int to();

  /** The values that it reads. */
  List<Integer> reads();

  /** Where an operand is. */
  sealed interface Place {
    /** A value. */
    record Value(int number) implements Place {}

    /** A word for each lane, in memory. */
    record Lanes(Memory at) implements Place {}

    /** A word for all lanes, in memory. */
    record Shared(Memory at) implements Place {}

    private static Stream<Integer> values(Place... places) {
      return Stream.of(places).flatMap(p -> p instanceof Value(int n) ? Stream.of(n) : Stream.of());
    }
  }

  /** From memory. */
  record Load(int to, Place from) implements WideOp {
    @Override
    public List<Integer> reads() {
      return List.of();
    }
  }

  /** The bytes of each word the other way round. */
  record Reverse(int to, int from) implements WideOp {
    @Override
    public List<Integer> reads() {
      return List.of(from);
    }
  }

  /** A sum of two. */
  record Add(int to, int a, Place b) implements WideOp {
    @Override
    public List<Integer> reads() {
      return Stream.concat(Stream.of(a), Place.values(b)).toList();
    }
  }

  /** A rotation or shift to the right. */
  record Turn(int to, int from, int by, boolean rotates) implements WideOp {
    @Override
    public List<Integer> reads() {
      return List.of(from);
    }
  }

  /** A function of three, bit by bit; the bits of its table are numbered as 4x + 2y + z. */
  record Bits(int to, int x, int y, int z, int table) implements WideOp {
    @Override
    public List<Integer> reads() {
      return List.of(x, y, z);
    }
  }
}
