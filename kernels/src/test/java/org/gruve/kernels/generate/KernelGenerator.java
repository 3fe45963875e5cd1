package org.gruve.kernels.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes the expanded kernels. Run it with the folder {@code kernels/src/main} as argument after a
 * change to this package; a test compares what it writes with what is committed.
 */
public final class KernelGenerator {
  /**
   * Between 6 and 8 the vector kernels are fastest. Methods of 12 and 16 rounds are more than C1
   * can compile, and C2 does not always inline all of their vector calls: then they stay slow.
   */
  private static final int ROUNDS_PER_METHOD = 6;

  private KernelGenerator() {}

  /** Writes all files. */
  public static void main(String[] args) throws IOException {
    for (var file : files().entrySet()) {
      Files.writeString(Path.of(args[0]).resolve(file.getKey()), file.getValue());
    }
  }

  /** Texts by path under {@code src/main}. */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    put(
        files,
        "header/NoncePrologue",
        prologue(Layout.NONCE_PER_LANE, Stage.WORK, "What all nonces of a header share"));
    put(
        files,
        "header/RolledPrologue",
        prologue(Layout.MIDSTATE_PER_LANE, Stage.MIDSTATE, "What all nonces of a midstate share"));
    put(
        files,
        "header/RolledSchedule",
        prologue(Layout.MIDSTATE_PER_LANE, Stage.NONCE, "What all midstates of a nonce share"));
    for (Layout layout : Layout.values()) {
      String suffix = layout == Layout.NONCE_PER_LANE ? "Rounds" : "Rolled";
      put(files, "cpu/Scalar" + suffix, rounds(layout, new IntLane()));
      for (int bits : new int[] {128, 256, 512}) {
        put(files, "cpu/Vector" + bits + suffix, rounds(layout, new VectorLanes(bits)));
      }
    }
    files.put("resources/org/gruve/kernels/gpu/rounds.h", GpuSource.text());
    return files;
  }

  private static UnaryOperator<String> prologue(Layout layout, Stage latest, String summary) {
    List<Word.Name> words =
        layout
            .program()
            .readByLanes(stage -> stage == latest || (stage.isScalar() && latest.isScalar()));
    return new PrologueSource(layout.program(), words, summary)::text;
  }

  private static UnaryOperator<String> rounds(Layout layout, LaneType lanes) {
    return new RoundsSource(layout, lanes, ROUNDS_PER_METHOD)::text;
  }

  private static void put(Map<String, String> files, String name, UnaryOperator<String> source) {
    String className = name.substring(name.indexOf('/') + 1);
    files.put("java/org/gruve/kernels/" + name + ".java", source.apply(className));
  }
}
