package org.gruve.cli;

/**
 * What came of a run.
 *
 * @param network the name of its network, as far as it was known in the end
 */
record RunResult(ExitCode exit, String network, RunEvent.Summary summary) {
  RunResult endingWith(ExitCode other) {
    return new RunResult(other, network, summary);
  }
}
