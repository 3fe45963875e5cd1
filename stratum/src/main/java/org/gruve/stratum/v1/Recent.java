package org.gruve.stratum.v1;

import java.util.LinkedHashSet;
import java.util.Set;

/** The last so many different things that were seen. */
final class Recent<T> {
  private final int limit;
  private final Set<T> seen = new LinkedHashSet<>();

  Recent(int limit) {
    this.limit = limit;
  }

  /** False where it was seen before; the oldest is forgotten beyond the limit. */
  boolean add(T thing) {
    if (!seen.add(thing)) {
      return false;
    }
    if (seen.size() > limit) {
      seen.remove(seen.iterator().next());
    }
    return true;
  }

  void clear() {
    seen.clear();
  }

  int size() {
    return seen.size();
  }
}
