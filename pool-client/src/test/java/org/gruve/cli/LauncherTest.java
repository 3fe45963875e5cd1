package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, with a JDK and a Maven that only say that they were run. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
final class LauncherTest {
  private static final Path GRUVE =
      Path.of(System.getProperty("gruve.root", "..")).resolve("gruve");
  private static final String FIRST = "1".repeat(40);
  private static final String SECOND = "2".repeat(40);

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.copy(GRUVE, folder.resolve("gruve"));
    program("jdk/bin/java", "echo started");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    program("bin/mvn", "echo >>\"$HOME/builds\"");
  }

  @Test
  void buildsOnceAndAgainAfterACommitThatChangesNoFile() throws Exception {
    checkOut(folder.resolve(".git"), FIRST);
    assertThat(buildsAfterStart()).isEqualTo(1);
    assertThat(buildsAfterStart()).isEqualTo(1);
    checkOut(folder.resolve(".git"), SECOND);
    assertThat(buildsAfterStart()).isEqualTo(2);
    assertThat(buildsAfterStart()).isEqualTo(2);
  }

  @Test
  void seesTheCommitOfALinkedWorktree() throws Exception {
    Files.writeString(folder.resolve(".git"), "gitdir: elsewhere/worktrees/one\n");
    Path git = folder.resolve("elsewhere/worktrees/one");
    checkOut(git, FIRST);
    assertThat(buildsAfterStart()).isEqualTo(1);
    checkOut(git, SECOND);
    assertThat(buildsAfterStart()).isEqualTo(2);
  }

  @Test
  void buildsOnceWithoutARepository() throws Exception {
    assertThat(buildsAfterStart()).isEqualTo(1);
    assertThat(buildsAfterStart()).isEqualTo(1);
  }

  private static void checkOut(Path git, String commit) throws IOException {
    Files.createDirectories(git.resolve("logs"));
    String before = "0".repeat(40) + " " + FIRST + " A <a@b> 1 +0000\tcommit: b\n";
    String line = FIRST + " " + commit + " A <a@b> 1 +0000\tcommit: " + FIRST + " c\n";
    Files.writeString(git.resolve("logs/HEAD"), before + line);
  }

  private int buildsAfterStart() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", folder.resolve("gruve").toString()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("GRUVE_JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().merge("PATH", "", (path, _) -> folder.resolve("bin") + ":" + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).endsWith("started\n");
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  private void program(String name, String command) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
