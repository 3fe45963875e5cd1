package org.gruve.cli;

/** The commands as users mean them. */
record RealActions(Terminal terminal) implements Actions {
  @Override
  public int demo(DemoRequest request, boolean plain) {
    return new DemoAction(terminal, request, DemoSize.USUAL).run(plain).code();
  }

  @Override
  public int mine(MineRequest request, boolean plain) {
    return new MineAction(terminal, request).run(plain).code();
  }

  @Override
  public int benchmark(BenchmarkRequest request, boolean plain) {
    return new BenchmarkAction(terminal, request).run(plain).code();
  }

  @Override
  public int validate(ValidateRequest request, boolean plain) {
    return new ValidateAction(terminal, System.in).run(request, plain).code();
  }

  @Override
  public int practice(PracticeRequest request, boolean plain) {
    return new PracticeAction(terminal, request).run(plain).code();
  }

  @Override
  public int trial(TrialRequest request, boolean plain) {
    return new TrialAction(terminal, request).run(plain).code();
  }
}
