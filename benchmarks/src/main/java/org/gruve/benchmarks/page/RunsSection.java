package org.gruve.benchmarks.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gruve.benchmarks.Figures;
import org.gruve.benchmarks.page.DeviceRun.Setup;

/** What {@code gruve benchmark} measured, runs of one setup put together. */
final class RunsSection {
  private RunsSection() {}

  static String of(List<RawFile> files) {
    StringBuilder page = new StringBuilder("## Gruve's own benchmark\n\n");
    page.append(
        """
        `./gruve benchmark --json`; a run counts only if it found every golden nonce. Rates are medians
        over the runs of one setup: one machine, one commit, one kernel, whose hash is of its code.

        """);
    if (files.isEmpty()) {
      return page.append("Not measured yet.\n\n").toString();
    }
    Map<Setup, List<DeviceRun>> setups = new LinkedHashMap<>();
    DeviceRun.in(files)
        .forEach(run -> setups.computeIfAbsent(run.setup(), _ -> new ArrayList<>()).add(run));
    page.append(table(setups)).append('\n');
    files.forEach(file -> page.append("- ").append(Origin.of(file)));
    return page.append('\n').toString();
  }

  private static Table table(Map<Setup, List<DeviceRun>> setups) {
    Table table =
        new Table(
            "machine",
            "device",
            "kernel",
            "kernel hash",
            "commit",
            "layout",
            "threads:",
            "rate:",
            "to one version:",
            "range:",
            "cycles per hash:",
            "runs:");
    setups.forEach((setup, runs) -> row(table, setup, runs, setups));
    return table;
  }

  private static void row(
      Table table, Setup setup, List<DeviceRun> runs, Map<Setup, List<DeviceRun>> all) {
    List<DeviceRun> single = all.getOrDefault(setup.ofOneVersion(), List.of());
    table.row(
        setup.machine(),
        setup.device(),
        setup.kernel(),
        setup.hash(),
        setup.commit(),
        setup.layout(),
        setup.threads(),
        Figures.rate(median(runs)),
        single.isEmpty() ? "" : Figures.ratio(median(runs) / median(single)),
        runs.size() == 1 ? "" : range(runs),
        cycles(runs),
        Integer.toString(runs.size()));
  }

  private static double median(List<DeviceRun> runs) {
    return Figures.median(runs.stream().map(DeviceRun::rate).toList());
  }

  private static String range(List<DeviceRun> runs) {
    double least = runs.stream().mapToDouble(DeviceRun::rate).min().orElseThrow();
    double most = runs.stream().mapToDouble(DeviceRun::rate).max().orElseThrow();
    return Figures.rate(least) + "–" + Figures.rate(most);
  }

  private static String cycles(List<DeviceRun> runs) {
    List<Double> known = runs.stream().flatMap(run -> run.cycles().stream()).toList();
    return known.isEmpty() ? "" : Figures.decimals(Figures.median(known));
  }
}
