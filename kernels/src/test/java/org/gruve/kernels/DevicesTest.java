package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gruve.core.mine.DeviceGuard;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static final DeviceOffer CPU = FakeOffer.of("cpu", "CPU");
  private static final DeviceOffer GPU = FakeOffer.of("cuda:0", "GPU");

  private final AtomicLong seconds = new AtomicLong();

  /** A second passes between two of its looks at the clock. */
  private final DeviceGuard guard =
      new DeviceGuard(
          Duration.ofSeconds(3),
          () -> TimeUnit.SECONDS.toNanos(seconds.getAndIncrement()),
          () -> false);

  @Test
  void alwaysOffersTheCpu() {
    assertThat(Devices.all())
        .anyMatch(offer -> offer.info().id().equals("cpu") && offer.isAvailable());
    assertThat(Devices.backends()).contains("cpu");
    assertThat(Devices.inventory(name -> true).preferred()).isNotEmpty();
  }

  @Test
  void keepsTheOrderOfBackendsAndWhyOneHasNothing() {
    Inventory found =
        inventory(
            backend("cuda", () -> Discovery.of(List.of(GPU))),
            backend("opencl", () -> Discovery.nothing("no loader is installed")),
            backend("cpu", () -> Discovery.of(List.of(CPU))));
    assertThat(found.offers()).containsExactly(GPU, CPU);
    assertThat(found.absences()).containsOnlyKeys("opencl").containsValue("no loader is installed");
  }

  @Test
  void doesNotTouchABackendThatNobodyWants() {
    Backend trap =
        backend(
            "cuda",
            () -> {
              throw new AssertionError("it was asked");
            });
    Inventory found =
        Devices.inventory(
            List.of(trap, backend("cpu", () -> Discovery.of(List.of(CPU)))), "cpu"::equals, guard);
    assertThat(found.offers()).containsExactly(CPU);
    assertThat(found.absences()).isEmpty();
  }

  @Test
  void survivesABackendThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    Backend hanging =
        backend(
            "opencl",
            () -> {
              awaitUninterrupted(never);
              return Discovery.of(List.of(GPU));
            });
    Inventory found = inventory(hanging, backend("cpu", () -> Discovery.of(List.of(CPU))));
    assertThat(found.offers()).containsExactly(CPU);
    assertThat(found.absences().get("opencl")).contains("hung").contains("--no-opencl");
    never.countDown();
  }

  @Test
  void survivesABackendWhoseLibraryIsBroken() {
    Backend broken =
        backend(
            "cuda",
            () -> {
              throw new LinkageError("no such symbol");
            });
    Backend careless =
        backend(
            "opencl",
            () -> {
              throw new IllegalStateException("odd");
            });
    Inventory found = inventory(broken, careless, backend("cpu", () -> Discovery.of(List.of(CPU))));
    assertThat(found.offers()).containsExactly(CPU);
    assertThat(found.absences().get("cuda")).contains("no such symbol");
    assertThat(found.absences().get("opencl")).contains("odd");
  }

  @Test
  void warnsOfHardwareThatNobodyHasRunItOn() {
    DeviceOffer pocl = FakeOffer.of("opencl:0", "pocl").type(DeviceFacts.Type.CPU);
    assertThat(GPU.note()).contains("never run on this vendor's hardware");
    assertThat(pocl.note()).isEmpty();
    assertThat(pocl.usedByDefault()).isFalse();
    assertThat(Devices.of("cpu").getFirst().note()).isEmpty();
    assertThat(Devices.of("cpu").getFirst().usedByDefault()).isTrue();
  }

  @Test
  void summarisesWhatADriverSays() {
    assertThat(FakeOffer.of("cuda:0", "GPU").driver("580.65").details())
        .isEqualTo("132 units, 1980 MHz, 80 GiB, driver 580.65");
    assertThat(GPU.details()).isEmpty();
  }

  private Inventory inventory(Backend... backends) {
    return Devices.inventory(List.of(backends), name -> true, guard);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Backend backend(String name, Supplier<Discovery> found) {
    return new Backend() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Discovery discover() {
        return found.get();
      }
    };
  }
}
