package org.gruve.cli;

/** The commands as users mean them. */
record RealActions(Terminal terminal) implements Actions {
  @Override
  public int demo(DemoRequest request, boolean plain) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int mine(MineRequest request, boolean plain) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int practice(PracticeRequest request, boolean plain) {
    throw new UnsupportedOperationException();
  }
}
