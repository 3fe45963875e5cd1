package org.gruve.cli;

import java.util.Locale;
import org.gruve.kernels.BenchmarkResult;

/** A benchmark for people: one fact a line, names aligned. */
final class BenchmarkText {
  private static final String UNKNOWN = "n/a";

  private final StringBuilder out = new StringBuilder();
  private final BenchmarkResult result;

  BenchmarkText(BenchmarkResult result) {
    this.result = result;
  }

  /** What was measured on, for under the last device. */
  static String environment(Platform platform) {
    StringBuilder out = new StringBuilder();
    line(out, "CPU", platform.cpu() + ", " + counted(platform.processors(), "processor"));
    line(out, "Java", platform.java() + ", " + platform.javaVendor());
    line(out, "system", platform.system() + " " + platform.arch());
    line(out, "Gruve", Version.number() + ", commit " + Version.commit());
    return out.toString();
  }

  String lines() {
    out.append(result.device().id() + ": " + result.device().name() + System.lineSeparator());
    String hash = result.kernelHash().isEmpty() ? UNKNOWN : result.kernelHash();
    line("kernel", result.device().kernel() + ", hash " + hash);
    line("work", result.layout().label() + ", " + counted(result.threads(), "thread"));
    rate(result.rate());
    cost(result.cost());
    sensed(result.sensed());
    proof(result.proof());
    return out.append(System.lineSeparator()).toString();
  }

  private void rate(BenchmarkResult.Rate rate) {
    String hashes = Figures.whole(rate.hashes());
    line(
        "rate",
        megas(rate.hashrate()) + " (" + hashes + " hashes in " + seconds(rate.seconds()) + ")");
    double[] range = rate.range();
    line(
        "per second",
        "least "
            + megas(range[0])
            + ", median "
            + megas(range[1])
            + ", most "
            + megas(range[2])
            + ", deviation "
            + percent(rate.deviation()));
  }

  private void cost(BenchmarkResult.Cost cost) {
    double share = cost.cpuSeconds() / result.rate().seconds() / result.threads();
    String whose = result.threads() == 1 ? " of the thread's time)" : " of the threads' time)";
    line("CPU time", seconds(cost.cpuSeconds()) + " (" + percent(share) + whose);
    if (Double.isNaN(result.cyclesPerHash())) {
      line("cycles/hash", UNKNOWN + ", since the clock could not be measured");
    } else {
      line(
          "cycles/hash",
          String.format(
              Locale.ROOT,
              "%.0f of one thread's CPU time, at %.2f GHz (measured by a chain of one-cycle"
                  + " operations around the run)",
              result.cyclesPerHash(),
              cost.clockHz() / 1e9));
    }
  }

  private void sensed(BenchmarkResult.Sensed sensed) {
    line(
        "power",
        Figures.gauge(sensed.watts(), "W")
            + ", "
            + Figures.gauge(result.joulesPerGigahash(), "J/GH"));
    line(
        "sensors",
        "at most "
            + Figures.gauge(sensed.hottest(), "°C")
            + ", GPU clock "
            + Figures.gauge(sensed.smClockHz() / 1e6, "MHz"));
  }

  private void proof(BenchmarkResult.Proof proof) {
    line(
        "golden",
        String.format(
            Locale.ROOT,
            "%d of %d nonces of real blocks found (each by every worker, before and after)",
            proof.goldenFound(),
            proof.goldenExpected()));
    line(
        "hits",
        String.format(
            Locale.ROOT,
            "%,d in the run, each re-hashed; %,.0f expected, %+.1f sigma",
            proof.hitsFound(),
            proof.hitsExpected(),
            proof.sigmas()));
    line("verdict", proof.failure().isEmpty() ? "proven" : "NOT TO BE BELIEVED");
  }

  private void line(String name, String text) {
    line(out, name, text);
  }

  private static void line(StringBuilder out, String name, String text) {
    out.append(String.format(Locale.ROOT, "  %-12s %s%n", name, text));
  }

  /** Two decimals more than elsewhere: measurements are compared. */
  private static String megas(double rate) {
    return Double.isNaN(rate) ? UNKNOWN : String.format(Locale.ROOT, "%,.3f MH/s", rate / 1e6);
  }

  private static String percent(double part) {
    return Double.isNaN(part) ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", part * 100);
  }

  private static String seconds(double seconds) {
    return Double.isNaN(seconds) ? UNKNOWN : String.format(Locale.ROOT, "%.2f s", seconds);
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
