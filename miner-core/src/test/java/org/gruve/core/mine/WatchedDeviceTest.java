package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gruve.core.block.Target;
import org.gruve.core.work.Work;
import org.gruve.core.work.WorkSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedDeviceTest {
  private final ManualClock clock = new ManualClock();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final List<ScriptedDevice> scripted = new ArrayList<>();

  @AfterEach
  void letGo() {
    scripted.forEach(ScriptedDevice::finishAll);
  }

  @Test
  void givesUpADeviceWhoseCallDoesNotReturnAndLeavesItOpen() throws InterruptedException {
    ScriptedDevice hanging = scripted("cuda:0");
    WatchedDevice device = watched(hanging);
    Thread worker = work(device);
    Await.next(hanging.started);
    Await.until("it waits for it", () -> worker.getState() == Thread.State.WAITING);
    seconds(3, device);
    assertThat(device.isDead()).isFalse();
    assertThatThrownBy(() -> seconds(1, device))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("within 3 s");
    assertThat(device.isDead()).isTrue();
    assertThatThrownBy(device::look).isInstanceOf(DeviceException.class);
    device.close();
    assertThat(hanging.closes.get()).isZero();
  }

  @Test
  void givesUpADeviceThatHangsWhileItIsOpened() {
    WatchedDevice device = watched(scripted("opencl:0").opensLate());
    Thread worker = work(device);
    Await.until("it opens it", () -> worker.getState() == Thread.State.WAITING);
    assertThatThrownBy(() -> seconds(5, device)).hasMessageContaining("hung");
  }

  @Test
  void waitsASecondOnceTheUserWantsToStop() throws InterruptedException {
    ScriptedDevice hanging = scripted("cuda:0");
    WatchedDevice device = watched(hanging);
    Thread worker = work(device);
    Await.next(hanging.started);
    Await.until("it waits for it", () -> worker.getState() == Thread.State.WAITING);
    stopping.set(true);
    seconds(1, device);
    assertThatThrownBy(() -> seconds(1, device)).hasMessageContaining("was to end");
    assertThat(device.isDead()).isTrue();
  }

  @Test
  void waitsForTheCpuAsLongAsItTakes() throws InterruptedException {
    ScriptedDevice cpu = scripted("cpu");
    WatchedDevice device = watched(cpu);
    Thread worker = work(device);
    Await.next(cpu.started);
    stopping.set(true);
    seconds(3600, device);
    cpu.finishAll();
    worker.join();
    device.close();
    assertThat(cpu.closes.get()).isEqualTo(1);
  }

  @Test
  void closesADeviceThatAnswers() {
    ScriptedDevice sound = scripted("cuda:0");
    WatchedDevice device = watched(sound);
    assertThatCode(() -> seconds(3600, device)).doesNotThrowAnyException();
    device.close();
    assertThat(sound.closes.get()).isEqualTo(1);
  }

  private ScriptedDevice scripted(String id) {
    ScriptedDevice device = new ScriptedDevice(id, 1, 2);
    scripted.add(device);
    return device;
  }

  private WatchedDevice watched(Device device) {
    return new WatchedDevice(
        device, LaunchDeadline.always(Duration.ofSeconds(3)), clock, stopping::get);
  }

  /** Waits for one batch, on a thread of its own. */
  private static Thread work(WatchedDevice device) {
    Work work = new WorkSource(Jobs.coinbase("a", Target.DIFFICULTY_1)).next(0).orElseThrow();
    return DeviceThreads.named("worker")
        .start(
            () -> {
              try (Searcher searcher = device.searcher(0)) {
                searcher.begin(work);
                searcher.enqueue(1000);
                searcher.await((_, _, _, _) -> {});
              }
            });
  }

  private void seconds(int count, WatchedDevice device) {
    for (int i = 0; i < count; i++) {
      device.look();
      clock.advance(Duration.ofSeconds(1));
    }
    device.look();
  }
}
