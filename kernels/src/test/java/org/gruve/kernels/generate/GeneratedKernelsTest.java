package org.gruve.kernels.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedKernelsTest {
  /** HotSpot's HugeMethodLimit: what is longer is never compiled. */
  private static final int HUGE = 8000;

  static Iterable<String> paths() {
    return KernelGenerator.files().keySet();
  }

  static List<String> classes() {
    return KernelGenerator.files().keySet().stream()
        .filter(path -> path.startsWith("java/"))
        .map(path -> path.substring("java".length()).replace(".java", ".class"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void areWhatTheGeneratorWrites(String path) throws IOException {
    Path root = Path.of(System.getProperty("gruve.root", ".."));
    Path committed = root.resolve("kernels/src/main").resolve(path);
    assertThat(Files.readString(committed))
        .as("run KernelGenerator again, or undo the edit of %s", path)
        .isEqualTo(KernelGenerator.files().get(path));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void haveMethodsThatHotSpotCompiles(String path) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(path)) {
      ClassModel model = ClassFile.of().parse(in.readAllBytes());
      assertThat(model.methods())
          .flatMap(method -> method.code().stream().map(CodeAttribute.class::cast).toList())
          .allMatch(code -> code.codeLength() < HUGE);
    }
  }
}
