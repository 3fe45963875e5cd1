package org.gruve.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"plain/256x128", "sums/128x64", "sums+shifts+turns96/256x128", "turns3/32x1"})
  void readsItsOwnLabels(String label) {
    assertThat(Setting.parse(label)).map(Setting::label).contains(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "sums+/256x128",
        "shifts+sums/256x128",
        "sums+turns121/256x128",
        "turns0/256x128",
        "plain/512x128",
        "plain/16x128",
        "plain/256x0",
        "fast/256x128"
      })
  void refusesWhatCannotRun(String label) {
    assertThat(Setting.parse(label)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 48, 73, 96, 120})
  void turnsAsManyAsItSays(int turns) {
    Variant variant = new Variant(true, true, turns);
    assertThat(IntStream.range(0, Variant.MOST_TURNS).filter(variant::turnsBy).count())
        .isEqualTo(turns);
  }

  @Test
  void offersOnlySettingsThatCanRun() {
    for (Choices choices : new Choices[] {Choices.nvidia(), Choices.others()}) {
      for (int question = 0; question < choices.questions(); question++) {
        assertThat(choices.answers(question, choices.start()))
            .allMatch(setting -> Setting.parse(setting.label()).orElseThrow().equals(setting));
      }
    }
  }
}
