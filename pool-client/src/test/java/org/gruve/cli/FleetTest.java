package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.BatchSink;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceGuard;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Work;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FleetTest {
  private final List<String> remarks = new ArrayList<>();

  @Test
  void endsWithSixWhenEveryDeviceFailsItsSelfTest() {
    assertThat(failure(new BlindOffer(true)).exit()).isEqualTo(ExitCode.SELF_TEST);
    assertThat(remarks)
        .hasSize(2)
        .contains("cpu: kernel warp passed over: no drive")
        .anyMatch(remark -> remark.startsWith("cpu is left out: it failed its self-test: "));
  }

  @Test
  void endsWithFourWhenNoDeviceCanBeOpened() {
    assertThat(failure(new BlindOffer(false)).exit()).isEqualTo(ExitCode.NO_DEVICE);
    assertThat(remarks).containsExactly("cpu is left out: the driver is gone");
  }

  @Test
  void opensNothingMoreOnceItIsToStop() {
    AtomicBoolean stopping = new AtomicBoolean();
    AtomicInteger opened = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    DeviceOffer offer = new StoppingOffer(stopping, opened, closed);
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () ->
                Fleet.open(List.of(offer, offer), Opening.untuned(1), remarks::add, stopping::get));
    assertThat(failure.exit()).isEqualTo(ExitCode.ABORTED);
    assertThat(opened).hasValue(1);
    assertThat(closed).hasValue(1);
    assertThat(remarks).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"HANGS_WHEN_OPENED", "HANGS_IN_TEST"})
  void leavesOutADeviceThatHangsAndUsesTheOthers(FaultyOffer.Fault fault) {
    FaultyOffer hanging = new FaultyOffer("cuda:0", fault);
    DeviceOffer sound = new FaultyOffer("cuda:1", FaultyOffer.Fault.NONE);
    DeviceGuard guard = new DeviceGuard(Duration.ofSeconds(4), System::nanoTime, () -> false);
    Fleet fleet =
        new Muster(remarks::add, () -> false, guard)
            .of(List.of(hanging, sound), Opening.untuned(1));
    assertThat(fleet.devices()).extracting(device -> device.info().id()).containsExactly("cuda:1");
    assertThat(fleet.leftOut()).isEqualTo(1);
    assertThat(remarks.getFirst())
        .startsWith("cuda:0 is left out: its driver did not return from a call within 4 s");
    hanging.release();
  }

  private Failure failure(DeviceOffer offer) {
    return catchThrowableOfType(
        Failure.class, () -> Fleet.open(List.of(offer), Opening.untuned(1), remarks::add));
  }

  /** Offers a right device, and is told to stop when it is opened. */
  private record StoppingOffer(AtomicBoolean stopping, AtomicInteger opened, AtomicInteger closed)
      implements DeviceOffer {
    @Override
    public DeviceInfo info() {
      return Samples.CPU;
    }

    @Override
    public String details() {
      return "1 thread";
    }

    @Override
    public Optional<Throwable> unavailabilityCause() {
      return Optional.empty();
    }

    @Override
    public Device open(int threads) {
      opened.incrementAndGet();
      stopping.set(true);
      return new CountedDevice(new ReferenceDevice("right", 1), closed);
    }
  }

  /** Counts how often it is closed. */
  private record CountedDevice(Device right, AtomicInteger closed) implements Device {
    @Override
    public DeviceInfo info() {
      return right.info();
    }

    @Override
    public String kernelHash() {
      return right.kernelHash();
    }

    @Override
    public int workers() {
      return right.workers();
    }

    @Override
    public Searcher searcher(int index) {
      return right.searcher(index);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  /** Offers a device that never sees a hit. */
  private record BlindOffer(boolean opens) implements DeviceOffer {
    @Override
    public DeviceInfo info() {
      return Samples.CPU;
    }

    @Override
    public String details() {
      return "1 thread";
    }

    @Override
    public Optional<Throwable> unavailabilityCause() {
      return Optional.empty();
    }

    @Override
    public List<String> notes() {
      return List.of("kernel warp passed over: no drive");
    }

    @Override
    public Device open(int threads) {
      if (!opens) {
        throw new DeviceException("the driver is gone");
      }
      return new BlindDevice();
    }
  }

  private record BlindDevice() implements Device {
    @Override
    public DeviceInfo info() {
      return Samples.CPU;
    }

    @Override
    public String kernelHash() {
      return "";
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Searcher searcher(int index) {
      return new BlindSearcher();
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  private static final class BlindSearcher implements Searcher {
    private final List<Batch> done = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private long left;

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public int comfortableHits() {
      return 1000;
    }

    @Override
    public void begin(Work work) {
      works.add(work);
      left = work.hashes();
    }

    @Override
    public long enqueue(long hashes) {
      long taken = Math.min(left, hashes);
      left -= taken;
      done.add(new Batch(works.getLast(), taken, 1, List.of()));
      return taken;
    }

    @Override
    public void await(BatchSink sink) {
      done.removeFirst().tell(sink);
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
