package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Devices;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Run by Maven in a JVM of its own, without the incubating module, machine code switched off. */
@Tag("without-vector-module")
class WithoutVectorModuleTest extends AbstractDeviceTest {
  private final DeviceOffer offer = Devices.of("cpu").getFirst();

  @Override
  protected Device open() {
    return offer.open(2);
  }

  @Test
  void usesTheScalarKernel() {
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isEmpty();
    assertThat(offer.isAvailable()).isTrue();
    assertThat(offer.info().kernel()).isEqualTo("scalar");
    try (Device device = open()) {
      assertThat(device.info().kernel()).isEqualTo("scalar");
    }
  }

  @Test
  void saysWhyItUsesNoVectors() {
    assertThat(offer.notes())
        .hasSize(2)
        .anySatisfy(note -> assertThat(note).contains("sha-ni", "gruve.machine-code=off"))
        .anySatisfy(
            note -> assertThat(note).contains("vector-512", "--add-modules=jdk.incubator.vector"));
    assertThat(CpuKernels.all())
        .filteredOn(kernel -> kernel.name().startsWith("vector"))
        .hasSize(3)
        .allMatch(kernel -> kernel.unavailabilityCause().isPresent());
  }
}
