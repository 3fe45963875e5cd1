package org.gruve.kernels.x86;

/** The 64-bit registers that a kernel may use without saving them (System V ABI for x86-64). */
public enum Register {
  RAX(0),
  RCX(1),
  RDX(2),
  RSI(6),
  RDI(7),
  R8(8),
  R9(9),
  R10(10),
  R11(11);

  private final int number;

  Register(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** The place so many bytes behind what it points to. */
  public Memory at(int displacement) {
    return new Memory(this, displacement);
  }
}
