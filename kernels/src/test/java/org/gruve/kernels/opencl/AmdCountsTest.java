package org.gruve.kernels.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts of docs/kernels.md, 1 % for another compiler's taste. */
class AmdCountsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "gfx90a, 2896, 2477",
    "gfx942, 2896, 2477",
    "gfx1030, 2584, 2200",
    "gfx1100, 2584, 2200",
    "gfx1201, 2584, 2200"
  })
  void needNoMoreVectorInstructionsThanWeSay(String chip, int nonces, int versions)
      throws IOException {
    Optional<AmdCompiler> compiler = AmdCompiler.find();
    assumeTrue(compiler.isPresent(), "no clang with amdgcn up to gfx1201 is installed");
    String text = compiler.orElseThrow().compile(chip, folder);
    AmdLoop ofNonces = AmdLoop.of(text, "nonces");
    AmdLoop ofVersions = AmdLoop.of(text, "versions");
    assertThat(ofNonces.vectorOperations()).isLessThanOrEqualTo(nonces * 101L / 100);
    assertThat(ofVersions.vectorOperations()).isLessThanOrEqualTo(versions * 101L / 100);
    assertThat(ofNonces.touchesScratch() || ofVersions.touchesScratch()).isFalse();
  }
}
