package org.gruve.kernels.gpu;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Searcher;
import org.jspecify.annotations.Nullable;

/** A GPU, or what an OpenCL driver calls a device, searched by one worker. */
public final class GpuDevice implements Device {
  private final DeviceInfo info;
  private final String kernelHash;
  private final Supplier<GpuDriver> opener;
  private final Tunings tunings;
  private final Checks checks;
  private final Workshop workshop;

  // That of the kernel which was used last, which is the one that its user should be told of.
  private volatile Tuning latest;
  private volatile boolean isStartingAfresh;
  private volatile Consumer<String> remarks = _ -> {};
  private @Nullable GpuDriver driver;

  /**
   * @param info who it is; its kernel's name is replaced by that in use
   * @param kernelHash the hash of the text that its kernels are compiled from
   * @param opener opens its context; throws {@link DeviceException} where that fails
   * @param checks how it is proven while it works
   */
  public GpuDevice(
      DeviceInfo info,
      String kernelHash,
      Supplier<GpuDriver> opener,
      Tunings tunings,
      Checks checks) {
    this.info = info;
    this.kernelHash = kernelHash;
    this.opener = opener;
    this.tunings = tunings;
    this.latest = tunings.versions();
    this.checks = checks;
    this.workshop = new Workshop(info.id(), this::makeReady);
  }

  @Override
  public DeviceInfo info() {
    Tuning tuning = latest;
    Setting setting = tuning.isSettled() ? tuning.setting() : tuning.fallback();
    String kernel = setting.label();
    return new DeviceInfo(info.id(), info.backend(), info.name(), kernel, info.busId());
  }

  @Override
  public String kernelHash() {
    return kernelHash;
  }

  /** Neither while something is tried, nor until a fresh context has shown that it works. */
  @Override
  public boolean isSettled() {
    return latest.isSettled() && !isStartingAfresh;
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public Searcher searcher(int index) {
    if (index != 0) {
      throw new IllegalArgumentException("worker " + index + " of only 1");
    }
    driver();
    return new GpuSearcher(new Lanes(this), checks.canaries());
  }

  @Override
  public void listen(Consumer<String> listener) {
    remarks = listener;
  }

  Tuning tuning(Scan scan) {
    latest = tunings.of(scan);
    return latest;
  }

  private void makeReady(Setting setting) {
    prove(setting);
    driver().queue(setting).close(); // Compiles it here, too, where drivers keep no cache.
  }

  /**
   * Refuses a setting whose kernels give wrong answers, in a context of its own: one that breaks
   * its context must not break the mining.
   *
   * @throws DeviceException saying what is wrong with it
   */
  private void prove(Setting setting) {
    try (GpuDriver own = opener.get();
        var one =
            new GpuDevice(
                info,
                kernelHash,
                () -> new BorrowedDriver(own),
                Tunings.fixed(setting),
                Checks.NONE)) {
      own.queue(setting).close(); // Compiles it, whatever the proof does.
      Optional<String> failure = checks.proof().apply(one);
      if (failure.isPresent()) {
        throw new DeviceException("it gives wrong answers: " + failure.get());
      }
    }
  }

  /** Until the first scan of a fresh context is home, a call may take as long as an opening. */
  void startsAfresh(boolean now) {
    isStartingAfresh = now;
  }

  Workshop workshop() {
    return workshop;
  }

  void say(String sentence) {
    remarks.accept(sentence);
  }

  synchronized GpuDriver driver() {
    if (driver == null) {
      driver = opener.get();
    }
    return driver;
  }

  /** A fresh context in place of one that reported an error. */
  synchronized void reopen() {
    letGo();
    driver();
  }

  @Override
  public synchronized void close() {
    workshop.close();
    letGo();
  }

  /** Not while a driver compiles in it: then it goes with the process. */
  private void letGo() {
    GpuDriver open = driver;
    driver = null;
    if (open != null && !workshop.isBusy()) {
      open.close();
    }
  }
}
