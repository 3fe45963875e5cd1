package org.gruve.cli;

/** What the commands lead to; tests put their own in. */
interface Actions {
  /** Runs the demonstration; returns the exit code. */
  int demo(DemoRequest request, boolean plain);

  /** Mines; returns the exit code. */
  int mine(MineRequest request, boolean plain);

  /** Measures devices; returns the exit code. */
  int benchmark(BenchmarkRequest request, boolean plain);

  /** Validates what somebody else says; returns the exit code. */
  int validate(ValidateRequest request, boolean plain);

  /** Serves the practice pool; returns the exit code. */
  int practice(PracticeRequest request, boolean plain);

  /** Goes the way to a pool or node once; returns the exit code. */
  int trial(TrialRequest request, boolean plain);
}
