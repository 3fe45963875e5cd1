package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kernel as it is to be printed: all that is computed, in order, and the name of what it yields.
 * Nothing in it is left unused.
 *
 * @param inputs eight words of midstate, the last three of a header before its nonce, the nonce
 */
record Program(List<Word.Name> inputs, List<Let> lets, Word.Name result) {

  static Program of(List<Word.Name> inputs, Tape tape, Word.Name result) {
    return new Program(inputs, live(tape.lets(), new HashSet<>(Set.of(result))), result);
  }

  /** What each lane computes for each hash. */
  List<Let> lane() {
    return those(let -> let.name().stage() == Stage.HASH);
  }

  /** The names of a kind that the lanes read, inputs first, then in the order of computation. */
  List<Word.Name> readByLanes(Predicate<Stage> kind) {
    Set<Word.Name> read = new HashSet<>(Set.of(result));
    lane().forEach(let -> let.word().names().forEach(read::add));
    Set<Word.Name> ordered = new LinkedHashSet<>(inputs);
    lets.forEach(let -> ordered.add(let.name()));
    return ordered.stream().filter(n -> read.contains(n) && kind.test(n.stage())).toList();
  }

  /** What must be computed, of stages before the lanes', so that some names are known. */
  List<Let> computing(List<Word.Name> names) {
    List<Let> before = those(let -> let.name().stage() != Stage.HASH);
    return live(before, new HashSet<>(names));
  }

  private List<Let> those(Predicate<Let> which) {
    return lets.stream().filter(which).toList();
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
