package org.gruve.cli;

/** Does nothing that it is asked, since only the asking is of interest. */
final class NoActions implements Actions {
  @Override
  public int demo(DemoRequest request, boolean plain) {
    return ExitCode.OK.code();
  }

  @Override
  public int mine(MineRequest request, boolean plain) {
    return ExitCode.OK.code();
  }

  @Override
  public int benchmark(BenchmarkRequest request, boolean plain) {
    return ExitCode.OK.code();
  }

  @Override
  public int validate(ValidateRequest request, boolean plain) {
    return ExitCode.OK.code();
  }

  @Override
  public int practice(PracticeRequest request, boolean plain) {
    return ExitCode.OK.code();
  }

  @Override
  public int trial(TrialRequest request, boolean plain) {
    return ExitCode.OK.code();
  }
}
