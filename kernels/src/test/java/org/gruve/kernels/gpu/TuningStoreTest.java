package org.gruve.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningStoreTest {
  private static final TuningStore.Key KEY =
      new TuningStore.Key(
          "NVIDIA H100\t80GB", "580.65", "0123456789ab", "versions", TuningGoal.RATE);
  private static final Setting FOUND = new Setting(new Variant(true, true, 96), 256, 128);

  @TempDir private Path folder;

  @Test
  void remembersWhatWasFound() {
    assertThat(store().put(KEY, Setting.USUAL)).isTrue();
    assertThat(store().put(KEY, FOUND)).isTrue();
    assertThat(store().of(KEY)).contains(FOUND);
  }

  @Test
  void keepsDriversKernelsAndGoalsApart() {
    store().put(KEY, FOUND);
    var other = new TuningStore.Key(KEY.device(), "590", KEY.kernelHash(), "versions", KEY.goal());
    var goal =
        new TuningStore.Key(
            KEY.device(), KEY.driver(), KEY.kernelHash(), "versions", TuningGoal.EFFICIENCY);
    assertThat(store().of(other)).isEmpty();
    assertThat(store().of(goal)).isEmpty();
    assertThat(store().of(KEY)).contains(FOUND);
  }

  @Test
  void takesNothingFromADamagedFile() throws IOException {
    store().put(KEY, FOUND);
    String text = Files.readString(file());
    Files.writeString(file(), "\n\0rubbish\n" + text.replace("turns96", "turns999"));
    assertThat(store().of(KEY)).isEmpty();
    assertThat(store().put(KEY, FOUND)).isTrue();
    assertThat(store().of(KEY)).contains(FOUND);
  }

  @Test
  void saysThatItCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("gruve"), "a file where the folder should be");
    assertThat(store().put(KEY, FOUND)).isFalse();
    assertThat(store().of(KEY)).isEmpty();
  }

  private TuningStore store() {
    return new TuningStore(file());
  }

  private Path file() {
    return folder.resolve("gruve").resolve("tuning.tsv");
  }
}
