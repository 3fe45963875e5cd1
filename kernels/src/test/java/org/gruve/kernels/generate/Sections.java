package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Cuts the lane part of a program into sections, and finds places for what lives across them. */
final class Sections {
  private final List<List<Let>> runs;
  private final Map<Word.Name, Integer> lastUse = new HashMap<>();
  private final Map<Word.Name, Integer> slots = new HashMap<>();
  private final BitSet taken = new BitSet();
  private int slotCount = 1;

  Sections(Program program, int rounds) {
    Map<Integer, List<Let>> byRun = new TreeMap<>();
    for (Let let : program.lane()) {
      byRun.computeIfAbsent(let.round() / rounds, run -> new ArrayList<>()).add(let);
    }
    runs = List.copyOf(byRun.values());
    for (int i = 0; i < runs.size(); i++) {
      for (Let let : runs.get(i)) {
        int run = i;
        let.word().names().forEach(name -> lastUse.put(name, run));
      }
    }
  }

  /** How many places are needed; place 0 is kept for the result. */
  int slotCount() {
    return slotCount;
  }

  List<Section> all() {
    taken.set(0);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      sections.add(section(i));
    }
    return sections;
  }

  private Section section(int run) {
    Set<Word.Name> read = new LinkedHashSet<>();
    runs.get(run).forEach(let -> let.word().names().forEach(read::add));
    List<Section.Slot> loads =
        read.stream()
            .filter(slots::containsKey)
            .map(n -> new Section.Slot(n, slots.getOrDefault(n, 0)))
            .toList();
    loads.stream().filter(load -> lastUse.getOrDefault(load.name(), -1) == run).forEach(this::free);
    List<Section.Slot> stores =
        runs.get(run).stream()
            .map(Let::name)
            .filter(name -> lastUse.getOrDefault(name, run) > run)
            .map(this::place)
            .toList();
    return new Section(loads, runs.get(run), stores);
  }

  private void free(Section.Slot slot) {
    taken.clear(slot.index());
    slots.remove(slot.name());
  }

  private Section.Slot place(Word.Name name) {
    int index = taken.nextClearBit(0);
    taken.set(index);
    slots.put(name, index);
    slotCount = Math.max(slotCount, index + 1);
    return new Section.Slot(name, index);
  }
}
