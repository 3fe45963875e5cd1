package org.gruve.cli;

import org.gruve.core.mine.Ledger;

/** What came of a run. */
record RunResult(ExitCode exit, Speed speed, Ledger.Totals totals) {}
