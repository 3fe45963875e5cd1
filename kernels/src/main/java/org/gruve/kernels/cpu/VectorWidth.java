package org.gruve.kernels.cpu;

import java.util.function.IntSupplier;
import jdk.incubator.vector.IntVector;

/** The bits of the vectors in which this JVM computes best on this processor. */
final class VectorWidth implements IntSupplier {
  @Override
  public int getAsInt() {
    return IntVector.SPECIES_PREFERRED.vectorBitSize();
  }
}
