package org.gruve.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.gruve.node.NodeTrial;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolTrial;
import org.gruve.pool.TrialStep;

/** Goes the way to a pool or node once, and prints each step. */
final class TrialAction {
  private final Terminal terminal;
  private final TrialRequest request;

  TrialAction(Terminal terminal, TrialRequest request) {
    this.terminal = terminal;
    this.request = request;
  }

  /** Returns the exit code. */
  ExitCode run(boolean plain) {
    Style style = new Style(terminal.colours() && !plain);
    request.remarks().forEach(remark -> terminal.err().println("gruve: " + remark));
    BlockingQueue<Optional<TrialStep>> steps = new LinkedBlockingQueue<>();
    try (PoolLoop loop = PoolLoop.start("pool")) {
      CompletableFuture<Boolean> verdict = begin(loop, step -> steps.add(Optional.of(step)));
      CompletableFuture<Void> ended =
          verdict.handle((_, _) -> null).thenRun(() -> steps.add(Optional.empty()));
      for (Optional<TrialStep> step = steps.take(); step.isPresent(); step = steps.take()) {
        print(step.get(), style);
      }
      ended.join();
      return end(verdict.join());
    } catch (InterruptedException e) {
      // Nobody interrupts the main thread but to end it.
      Thread.currentThread().interrupt();
      return ExitCode.ABORTED;
    }
  }

  private CompletableFuture<Boolean> begin(PoolLoop loop, Consumer<TrialStep> steps) {
    return switch (request.place()) {
      case Place.Pool pool ->
          PoolTrial.run(pool.account(), request.userAgent(), loop, Outside.system(), steps);
      case Place.Node node ->
          NodeTrial.run(
              node.address(), node.way(), request.payout(), loop, Outside.system(), steps);
    };
  }

  private void print(TrialStep step, Style style) {
    if (request.json()) {
      terminal
          .out()
          .println(
              new JsonObject()
                  .put("type", "step")
                  .put("name", step.name())
                  .put("ok", step.ok())
                  .put("text", step.text())
                  .put("seconds", step.nanos() < 0 ? null : step.nanos() / 1e9));
      return;
    }
    String name = String.format(Locale.ROOT, "%-10s", step.name());
    String time = step.nanos() < 0 ? "" : " (" + Figures.latency(step.nanos()) + ")";
    String mark = step.ok() ? style.good("ok    ") : style.bad("failed");
    terminal.out().println(mark + "  " + name + "  " + step.text() + time);
  }

  private ExitCode end(boolean passed) {
    if (request.json()) {
      terminal
          .out()
          .println(
              new JsonObject()
                  .put("type", "verdict")
                  .put("place", request.place().name())
                  .put("ok", passed));
    }
    return passed ? ExitCode.OK : ExitCode.POOL;
  }
}
