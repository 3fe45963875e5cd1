package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code -d}, {@code -t} and the backends, shared by the commands that use devices. */
final class DeviceArguments {
  private static final int MOST_THREADS = 1024;

  @Option(
      names = {"-d", "--device"},
      paramLabel = "DEVICE",
      split = ",",
      description =
          "Devices to use: ids (cpu, cuda:0, opencl:0), backends, bus ids or parts of a name [all"
              + " GPUs, or the CPU where there is none].")
  private List<String> selectors = new ArrayList<>();

  @Option(
      names = {"-t", "--threads"},
      paramLabel = "N",
      description = "CPU threads [one per core].")
  private String threads = "";

  @Mixin private final BackendArguments backends = new BackendArguments();

  DeviceChoice choice() {
    return new DeviceChoice(
        selectors,
        threads.isEmpty() ? 0 : OptionText.wholeNumber("--threads", threads, 1, MOST_THREADS),
        backends.without(),
        TuningChoice.USUAL);
  }
}
