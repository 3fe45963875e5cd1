package org.gruve.kernels.cuda;

import java.util.List;

/** The places of a vector's words, or of a single word. */
record PtxPlaces(List<Integer> places) {
  PtxPlaces {
    places = List.copyOf(places);
  }

  int count() {
    return places.size();
  }

  int at(int i) {
    return places.get(i);
  }
}
