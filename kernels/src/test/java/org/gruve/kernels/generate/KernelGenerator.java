package org.gruve.kernels.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes the expanded kernels. Run it with the folder {@code kernels/src/main/java} as argument
 * after a change to this package; a test compares what it writes with what is committed.
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

  /** Texts by path under the source folder. */
  static Map<String, String> files() {
    Program program = HeaderHash.noncePerLane();
    Map<String, String> files = new LinkedHashMap<>();
    put(files, "NoncePrologue", new PrologueSource(program)::text);
    put(files, "ScalarRounds", rounds(program, new IntLane())::text);
    for (int bits : new int[] {128, 256, 512}) {
      put(files, "Vector" + bits + "Rounds", rounds(program, new VectorLanes(bits))::text);
    }
    return files;
  }

  private static RoundsSource rounds(Program program, LaneType lanes) {
    return new RoundsSource(program, lanes, ROUNDS_PER_METHOD);
  }

  private static void put(Map<String, String> files, String name, UnaryOperator<String> source) {
    files.put("org/gruve/kernels/cpu/" + name + ".java", source.apply(name));
  }
}
