package org.gruve.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Kinds of hardware whose rates have little to say about one another. */
public enum HardwareClass {
  /** Vectors of 512 bits with rotates and three-way logic. */
  AVX512("avx512", "x86-64 with AVX-512"),
  /** Vectors of 256 bits without rotates, beside the SHA instructions, which kernel sha-ni uses. */
  AVX2_SHA("avx2-sha", "x86-64 with AVX2 and SHA-NI"),
  /** Vectors of 256 bits without rotates. */
  AVX2("avx2", "x86-64 with AVX2"),
  /** Vectors of 128 bits. */
  X86_128("x86-128", "x86-64 with 128-bit vectors"),
  /** NEON and its kin. */
  ARM64("arm64", "arm64"),
  /** GPUs by NVIDIA. */
  NVIDIA("nvidia", "NVIDIA GPU"),
  /** GPUs by AMD. */
  AMD("amd", "AMD GPU"),
  /** GPUs by Intel. */
  INTEL("intel", "Intel GPU");

  private final String id;
  private final String title;

  HardwareClass(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As raw files have it. */
  public String id() {
    return id;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** The class that a raw file names. */
  public static Optional<HardwareClass> named(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }

  /** The class of a CPU by its architecture and the flags that its system tells; may be unknown. */
  public static Optional<HardwareClass> ofCpu(String arch, Set<String> flags) {
    if (arch.equals("aarch64") || arch.equals("arm64")) {
      return Optional.of(ARM64);
    }
    if (flags.isEmpty()) {
      return Optional.empty();
    }
    if (flags.contains("avx512f")) {
      return Optional.of(AVX512);
    }
    if (flags.contains("avx2")) {
      return Optional.of(flags.contains("sha_ni") ? AVX2_SHA : AVX2);
    }
    return Optional.of(X86_128);
  }

  /** The class of a GPU by the name that its driver tells; may be unknown. */
  public static Optional<HardwareClass> ofGpu(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("nvidia") || lower.contains("geforce") || lower.contains("tesla")) {
      return Optional.of(NVIDIA);
    }
    if (lower.contains("amd") || lower.contains("radeon") || lower.startsWith("gfx")) {
      return Optional.of(AMD);
    }
    return lower.contains("intel") ? Optional.of(INTEL) : Optional.empty();
  }
}
