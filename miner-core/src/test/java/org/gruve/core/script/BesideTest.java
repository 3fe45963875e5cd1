package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class BesideTest {
  @Test
  void isAnsweredByWhoAsksWhereNoThreadIsFree() {
    assertThat(Beside.begin(_ -> {}, () -> 7).answer()).isEqualTo(7);
  }

  @Test
  void isAskedOnceOnly() {
    List<Runnable> later = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    Beside<Boolean> beside = Beside.begin(later::add, () -> asked.add("once"));
    assertThat(beside.answer()).isTrue();
    later.getFirst().run();
    assertThat(beside.answer()).isTrue();
    assertThat(asked).hasSize(1);
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    Beside<Integer> beside =
        Beside.begin(
            Runnable::run,
            () -> {
              throw new IllegalStateException("the device is gone");
            });
    assertThatThrownBy(beside::answer)
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("the device is gone");
  }
}
