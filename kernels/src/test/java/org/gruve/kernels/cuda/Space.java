package org.gruve.kernels.cuda;

import java.util.Locale;

/** The address spaces of PTX. Generic addresses are taken for global ones. */
enum Space {
  PARAM(0x100),
  CONST(0x100),
  SHARED(0x100),
  /** Above 32 bits, so that a kernel which cuts a pointer fails. */
  GLOBAL(0x7_0000_0000L);

  private final long start;

  Space(long start) {
    this.start = start;
  }

  long start() {
    return start;
  }

  DeviceMemory memory() {
    return new DeviceMemory(name().toLowerCase(Locale.ROOT), start);
  }
}
