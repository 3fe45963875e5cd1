package org.gruve.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said of one pool or node, by the long names of the options.
 *
 * @param url as written
 * @param layers what was said of this place alone first, then what holds for all
 */
record PlaceWords(Said url, List<Map<String, List<Said>>> layers) {
  PlaceWords {
    layers = List.copyOf(layers);
  }

  /** All that the first layer says that says anything. */
  List<Said> all(String name) {
    return layers.stream()
        .filter(layer -> layer.containsKey(name))
        .findFirst()
        .map(layer -> layer.get(name))
        .orElse(List.of());
  }

  /** The same where one text is all there can be: the last one counts. */
  Optional<Said> one(String name) {
    List<Said> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Of two names that say the same in two ways: what the first layer says that says either. */
  Optional<Map.Entry<String, Said>> either(String one, String other) {
    for (Map<String, List<Said>> layer : layers) {
      if (layer.containsKey(one) && layer.containsKey(other)) {
        throw layer
            .get(other)
            .getLast()
            .wrong("--" + one + " and --" + other + " exclude each other; use one of them");
      }
      for (String name : List.of(one, other)) {
        if (layer.containsKey(name)) {
          return Optional.of(Map.entry(name, layer.get(name).getLast()));
        }
      }
    }
    return Optional.empty();
  }
}
