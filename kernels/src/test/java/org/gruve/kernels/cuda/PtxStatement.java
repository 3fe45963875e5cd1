package org.gruve.kernels.cuda;

/** One statement of a PTX text, without comments and its semicolon, and the line it begins in. */
record PtxStatement(int line, String text) {
  boolean opensBlock() {
    return text.endsWith("{");
  }

  boolean closesBlock() {
    return text.equals("}");
  }

  boolean isLabel() {
    return text.endsWith(":");
  }

  PtxFault fault(String why) {
    return new PtxFault("PTX line " + line + ", `" + text + "`: " + why);
  }
}
