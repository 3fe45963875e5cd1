package org.gruve.kernels.x86;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gruve.kernels.x86.Register.RDI;
import static org.gruve.kernels.x86.Register.RDX;
import static org.gruve.kernels.x86.Register.RSI;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCodeTest {
  @TempDir private Path folder;

  @Test
  void runsWithItsArgumentsAndReturns() {
    assumeTrue(ProcessorFlags.obstacle(List.of("avx")).isEmpty(), "no AVX on x86-64 Linux here");
    Assembler assembler = new Assembler();
    assembler.load(1, RDI.at(0));
    assembler.add(1, 1, RSI.at(0));
    assembler.store(RDX.at(0), 1);
    assembler.signs(Register.RAX, 1);
    assembler.end();
    MachineCode code = MachineCode.load(assembler.bytes());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment a = arena.allocateFrom(JAVA_INT, 1, 2, -3, 4);
      MemorySegment b = arena.allocateFrom(JAVA_INT, 10, -20, -30, 40);
      MemorySegment sum = arena.allocate(16, 16);
      assertThat(code.call(a, b, sum, 7)).isEqualTo(0b0110);
      assertThat(sum.toArray(JAVA_INT)).containsExactly(11, -18, -33, 44);
    }
    assertThat(code.bytes()).isEqualTo(assembler.bytes());
  }

  @Test
  void saysWhichInstructionsAProcessorLacks() throws IOException {
    Path cpuinfo = folder.resolve("cpuinfo");
    Files.writeString(cpuinfo, "processor\t: 0\nflags\t\t: fpu sse2 avx\nflags\t\t: sha_ni\n");
    ProcessorFlags flags = ProcessorFlags.read(cpuinfo);
    assertThat(flags.flags()).containsExactlyInAnyOrder("fpu", "sse2", "avx");
    assertThat(flags.firstMissing(List.of("avx", "sse2"))).isEmpty();
    assertThat(flags.firstMissing(List.of("avx", "sha_ni", "avx2")))
        .hasValue("this processor has no sha_ni instructions");
  }

  @Test
  void takesASystemThatTellsNothingForAPlainProcessor() {
    assertThat(ProcessorFlags.read(folder.resolve("absent")).flags()).isEqualTo(Set.of());
  }
}
