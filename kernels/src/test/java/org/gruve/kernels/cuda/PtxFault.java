package org.gruve.kernels.cuda;

/** A PTX text does what it must not, or what the interpreter does not know. */
final class PtxFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  PtxFault(String message) {
    super(message);
  }
}
