package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Searcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuDeviceTest {
  @TempDir private Path folder;

  @Test
  void hasAWorkerForEachProcessorUnlessToldOtherwise() {
    assertThat(CpuDevice.with(CpuKernels.scalar(), 0).workers()).isEqualTo(CpuDevice.processors());
    assertThat(CpuDevice.with(CpuKernels.scalar(), 3).workers()).isEqualTo(3);
  }

  @Test
  void refusesAnImpossibleNumberOfThreads() {
    assertThatThrownBy(() -> CpuDevice.with(CpuKernels.scalar(), -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> CpuDevice.with(CpuKernels.scalar(), 2).searcher(2))
        .hasMessageContaining("worker 2 of only 2");
  }

  @Test
  void saysWhichKernelItUses() {
    DeviceInfo info = CpuDevice.with(CpuKernels.scalar(), 1).info();
    assertThat(info.id()).isEqualTo("cpu");
    assertThat(info.backend()).isEqualTo("cpu");
    assertThat(info.kernel()).isEqualTo("scalar");
    assertThat(info.name()).isNotBlank();
  }

  @Test
  void hasSettledOnceNoOtherKernelIsTried() {
    CpuKernel wide = OddKernels.disappointing("wide", 10);
    assertThat(CpuDevice.with(CpuKernels.scalar(), 1).isSettled()).isTrue();
    assertThat(CpuDevice.with(List.of(wide, CpuKernels.scalar()), 1).isSettled()).isFalse();
    KernelChoice choice = new KernelChoice(List.of(wide, CpuKernels.scalar()), 1);
    CpuDevice device = new CpuDevice(choice, VersionCut.TUNED, 1);
    KernelTrial.Timing slow = new KernelTrial.Timing(2_000_000, 1_000_000_000);
    choice.trial().judge(slow, new KernelTrial.Timing(2_000_000, 1_000));
    assertThat(device.isSettled()).isTrue();
    assertThat(device.info().kernel()).isEqualTo("scalar");
  }

  @Test
  void tellsKernelsApartByTheirClassFiles() throws IOException {
    String scalar = CpuDevice.with(CpuKernels.scalar(), 1).kernelHash();
    MessageDigest sha256 = Sha256d.sha256();
    for (String name : new String[] {"ScalarRounds.class", "ScalarRolled.class"}) {
      try (InputStream file = ScalarRounds.class.getResourceAsStream(name)) {
        sha256.update(Objects.requireNonNull(file).readAllBytes());
      }
    }
    assertThat(Bytes.of(sha256.digest()).hex()).startsWith(scalar);
    assertThat(scalar).hasSize(12);
    assertThat(CpuDevice.with(OddKernels.forgetful(), 1).kernelHash())
        .isNotEmpty()
        .isNotEqualTo(scalar);
  }

  @Test
  void refusesToBeUsedOutOfOrder() {
    try (Searcher searcher = CpuDevice.with(CpuKernels.scalar(), 1).searcher(0)) {
      assertThatThrownBy(() -> searcher.enqueue(1)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> Batch.of(searcher)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void readsTheProcessorsNameWhereThereIsOne() throws IOException {
    Path cpuinfo = Files.writeString(folder.resolve("x86"), "vendor\t: A\nmodel name\t: Fast 1\n");
    Path arm = Files.writeString(folder.resolve("arm"), "processor\t: 0\n");
    assertThat(ProcessorName.read(cpuinfo)).isEqualTo("Fast 1");
    assertThat(ProcessorName.read(arm)).endsWith(" processor");
    assertThat(ProcessorName.read(folder.resolve("absent"))).endsWith(" processor");
  }
}
