package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  private final CommandLineHarness gruve = new CommandLineHarness();
  @TempDir Path home;

  @BeforeEach
  void liveInTheFolder() {
    gruve.environment.remove("XDG_CONFIG_HOME");
    gruve.environment.put("HOME", home.toString());
    for (String kind : new String[] {"DATA", "CACHE", "CONFIG"}) {
      gruve.environment.put("XDG_" + kind + "_HOME", home.resolve(kind).toString());
    }
  }

  @Test
  void findsNothingBrokenHereAndShowsNoHome() {
    assertThat(gruve.run("doctor")).as(gruve.out()).isZero();
    assertThat(gruve.out())
        .contains("ok      gruve", "ok      java", "processor", "signatures", "clock")
        .contains("~/DATA/gruve is not there yet", "no found block waits", "nothing is broken")
        .doesNotContain(home.toString());
  }

  @Test
  void tellsOfSettingsWithoutTheirValues() {
    gruve.environment.put("GRUVE_PASS", "hunter2");
    gruve.run("doctor");
    assertThat(gruve.out()).contains("GRUVE_PASS is set").doesNotContain("hunter2");
  }

  @Test
  void endsWithAnErrorWhereTheSettingsAreBroken() throws IOException {
    Files.createDirectories(home.resolve("CONFIG/gruve"));
    Files.writeString(home.resolve("CONFIG/gruve/config.toml"), "nothing = 1\n");
    assertThat(gruve.run("doctor", "--json")).isEqualTo(1);
    assertThat(gruve.out())
        .startsWith("{\"schema\":1,\"broken\":true,\"findings\":[")
        .contains("~/CONFIG/gruve/config.toml:1:1: unknown key 'nothing'");
  }

  @Test
  void countsBlocksThatWait() throws IOException {
    Files.createDirectories(home.resolve("DATA/gruve/blocks"));
    Files.writeString(home.resolve("DATA/gruve/blocks/one"), "00");
    gruve.run("doctor");
    assertThat(gruve.out()).contains("1 in ~/DATA/gruve/blocks wait");
  }
}
