package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A kernel as it is to be printed: what is computed once for all lanes, what each lane computes,
 * and the name of what it yields. Nothing in it is left unused.
 *
 * @param exports the uniform names that the lanes read
 */
record Program(List<Let> uniform, List<Word.Name> exports, List<Let> lane, Word.Name result) {

  static Program of(Tape tape, Word.Name result) {
    Set<Word.Name> used = new HashSet<>(Set.of(result));
    List<Let> lane = live(tape.lane(), used);
    Set<Word.Name> wanted = Set.copyOf(used);
    List<Let> uniform = live(tape.uniform(), used);
    List<Word.Name> exports = new ArrayList<>();
    for (int i = 0; i < HeaderHash.INPUTS; i++) {
      exports.add(HeaderHash.input(i));
    }
    uniform.forEach(let -> exports.add(let.name()));
    exports.removeIf(name -> !wanted.contains(name));
    return new Program(uniform, List.copyOf(exports), lane, result);
  }

  /** The lets whose names are used; adds the names that these use in turn. */
  private static List<Let> live(List<Let> lets, Set<Word.Name> used) {
    List<Let> live = new ArrayList<>();
    for (Let let : lets.reversed()) {
      if (used.contains(let.name())) {
        live.add(let);
        let.word().names().forEach(used::add);
      }
    }
    return List.copyOf(live.reversed());
  }
}
