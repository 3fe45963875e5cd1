package org.gruve.cli;

import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads {@code gruve demo}. */
@Command(
    name = "demo",
    sortOptions = false,
    description =
        "Shows in about a minute what your devices can do: tests them, finds a real block again,"
            + " mines on the practice network. Contacts nobody and ends by itself.")
final class DemoCommand implements Callable<Integer> {
  private final ToIntFunction<DemoRequest> demo;

  @Mixin private final DeviceArguments devices = new DeviceArguments();

  @Option(names = "--json", description = "Print JSON Lines on stdout, one object per event.")
  private boolean json;

  DemoCommand(ToIntFunction<DemoRequest> demo) {
    this.demo = demo;
  }

  @Override
  public Integer call() {
    return demo.applyAsInt(new DemoRequest(devices.choice(), json));
  }
}
