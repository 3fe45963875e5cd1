package org.gruve.kernels.generate;

import static org.gruve.kernels.x86.Register.RDI;
import static org.gruve.kernels.x86.Register.RSI;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gruve.kernels.generate.WideOp.Place;

/** Turns what a program's lanes compute into instructions on vectors, one after the other. */
final class WideLowering {
  private static final int XOR_OF_THREE = 0x96;

  private final List<Word.Name> common;
  private final List<Word.Name> midstates;
  private final List<WideOp> ops = new ArrayList<>();
  private final Map<Word, Integer> values = new HashMap<>();
  private final List<Integer> constants = new ArrayList<>();
  private int count;

  WideLowering(Program program) {
    common = program.readByLanes(Stage::isScalar);
    midstates = program.readByLanes(Stage.MIDSTATE::equals);
    Word.Name nonce = program.inputs().getLast();
    if (nonce.stage() == Stage.HASH) {
      values.put(nonce, load(new Place.Lanes(RDI.at(WideCode.COUNTER))));
    }
    for (Let let : program.lane()) {
      values.put(let.name(), value(let.word()));
    }
  }

  List<WideOp> ops() {
    return ops;
  }

  /** The words that stand from {@link WideCode#CONSTANTS} on. */
  int[] constants() {
    return constants.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Words of each midstate. */
  int midstateWords() {
    return midstates.size();
  }

  /** The number of the value that a word has. */
  int value(Word word) {
    Integer known = values.get(word);
    if (known != null) {
      return known;
    }
    return switch (word) {
      case Word.Constant constant -> keep(constant, load(place(constant)));
      case Word.Name name -> keep(name, load(place(name)));
      case Word.Sum sum -> sum(sum);
      case Word.Mixed(Sigma sigma, Word x) -> mixed(sigma, value(x));
      case Word.Bitwise(Ternary function, Word x, Word y, Word z) ->
          bits(value(x), value(y), value(z), function.table());
      case Word.Reversed(Word x) -> reversed(value(x));
    };
  }

  /** What is not computed by lanes is left in memory where it need not be in a register. */
  private Place place(Word word) {
    Integer known = values.get(word);
    if (known != null) {
      return new Place.Value(known);
    }
    return switch (word) {
      case Word.Constant(int value) -> new Place.Shared(RDI.at(constant(value)));
      case Word.Name name when common.contains(name) ->
          new Place.Shared(RDI.at(4 * common.indexOf(name)));
      case Word.Name name when midstates.contains(name) ->
          new Place.Lanes(RSI.at(64 * midstates.indexOf(name)));
      case Word.Name name -> throw new IllegalStateException(name.text() + " is read too early");
      default -> new Place.Value(value(word));
    };
  }

  private int constant(int value) {
    if (!constants.contains(value)) {
      constants.add(value);
    }
    return WideCode.CONSTANTS + 4 * constants.indexOf(value);
  }

  private int sum(Word.Sum sum) {
    List<Place> places = new ArrayList<>(sum.terms().stream().map(this::place).toList());
    if (!sum.offset().equals(Word.Constant.ZERO)) {
      places.add(1, place(sum.offset()));
    }
    int start = 0;
    while (start < places.size() - 1 && !(places.get(start) instanceof Place.Value)) {
      start++;
    }
    Place first = places.remove(start);
    int total = first instanceof Place.Value(int number) ? number : load(first);
    for (Place next : places) {
      total = made(new WideOp.Add(count, total, next));
    }
    return total;
  }

  private int mixed(Sigma sigma, int x) {
    int first = made(new WideOp.Turn(count, x, sigma.first, true));
    int second = made(new WideOp.Turn(count, x, sigma.second, true));
    int third = made(new WideOp.Turn(count, x, sigma.third, !sigma.shifts));
    return bits(first, second, third, XOR_OF_THREE);
  }

  private int bits(int x, int y, int z, int table) {
    return made(new WideOp.Bits(count, x, y, z, table));
  }

  private int reversed(int x) {
    return made(new WideOp.Reverse(count, x));
  }

  private int load(Place from) {
    return made(new WideOp.Load(count, from));
  }

  private int keep(Word word, int value) {
    values.put(word, value);
    return value;
  }

  private int made(WideOp op) {
    ops.add(op);
    return count++;
  }
}
