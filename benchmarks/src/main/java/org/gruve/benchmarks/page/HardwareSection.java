package org.gruve.benchmarks.page;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gruve.benchmarks.HardwareClass;

/** Which classes of hardware the figures stand for, and which have none. */
final class HardwareSection {
  private HardwareSection() {}

  static String of(RawFolder folder) {
    Map<HardwareClass, Set<String>> measured = measured(folder);
    StringBuilder page = new StringBuilder("## What has been measured\n\n");
    Set<String> unknown = unknown(folder);
    if (!measured.isEmpty() || !unknown.isEmpty()) {
      page.append("A figure says little about hardware of another class.\n\n");
      Table table = new Table("class", "measured on");
      measured.forEach((one, names) -> table.row(one.title(), String.join("; ", names)));
      if (!unknown.isEmpty()) {
        table.row("not recorded", String.join("; ", unknown));
      }
      page.append(table).append('\n');
    }
    String missing =
        Arrays.stream(HardwareClass.values())
            .filter(one -> !measured.containsKey(one))
            .map(HardwareClass::title)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      page.append("**Not measured:** ").append(missing).append(".\n\n");
    }
    return page.toString();
  }

  private static Set<String> unknown(RawFolder folder) {
    Set<String> unknown = new TreeSet<>();
    for (RawFile file : folder.files()) {
      if (file.isTimed() && file.cpuClass().isEmpty()) {
        unknown.add(file.cpu());
      }
    }
    DeviceRun.in(folder.of("run")).stream()
        .filter(run -> run.hardware().isEmpty())
        .forEach(run -> unknown.add(run.hardwareName()));
    return unknown;
  }

  private static Map<HardwareClass, Set<String>> measured(RawFolder folder) {
    Map<HardwareClass, Set<String>> measured = new EnumMap<>(HardwareClass.class);
    for (RawFile file : folder.files()) {
      if (file.isTimed()) {
        file.cpuClass().ifPresent(known -> add(measured, known, file.cpu()));
      }
    }
    for (DeviceRun run : DeviceRun.in(folder.of("run"))) {
      run.hardware().ifPresent(known -> add(measured, known, run.hardwareName()));
    }
    return measured;
  }

  private static void add(
      Map<HardwareClass, Set<String>> measured, HardwareClass known, String name) {
    measured.computeIfAbsent(known, _ -> new TreeSet<>()).add(name);
  }
}
