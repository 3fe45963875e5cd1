package org.gruve.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.gruve.core.mine.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CompilationsTest {
  private final List<String> compiled = new CopyOnWriteArrayList<>();
  private final CountDownLatch atWork = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final Compilations<String, String> compilations = new Compilations<>(this::compile);

  @Test
  void givesWhatIsThereWhileAnotherCompiles() throws InterruptedException {
    assertThat(compilations.of("quick")).isEqualTo("QUICK");
    CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> compilations.of("slow"));
    atWork.await();
    assertThat(compilations.of("quick")).isEqualTo("QUICK");
    assertThat(compilations.drain()).containsExactly("QUICK");
    mayEnd.countDown();
    assertThat(slow.join()).isEqualTo("SLOW");
  }

  @Test
  void compilesOnceForAllWhoAsk() throws InterruptedException {
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> compilations.of("slow"));
    atWork.await();
    CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> compilations.of("slow"));
    mayEnd.countDown();
    assertThat(List.of(first.join(), second.join())).containsOnly("SLOW");
    assertThat(compilations.of("slow")).isEqualTo("SLOW");
    assertThat(compiled).containsExactly("slow");
  }

  @Test
  void triesAgainWhatFailed() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> compilations.of("bad"))
          .isInstanceOf(DeviceException.class)
          .hasMessage("it does not compile");
    }
    assertThat(compiled).containsExactly("bad", "bad");
    assertThat(compilations.drain()).isEmpty();
  }

  private String compile(String key) {
    compiled.add(key);
    if (key.equals("bad")) {
      throw new DeviceException("it does not compile");
    }
    if (key.equals("slow")) {
      atWork.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted while it waits for the test", e);
      }
    }
    return key.toUpperCase(Locale.ROOT);
  }
}
