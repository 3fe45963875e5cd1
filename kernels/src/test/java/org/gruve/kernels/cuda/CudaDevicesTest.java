package org.gruve.kernels.cuda;

import static jcuda.driver.CUresult.CUDA_ERROR_NO_DEVICE;
import static jcuda.driver.CUresult.CUDA_ERROR_OPERATING_SYSTEM;
import static jcuda.driver.CUresult.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.FoundGpu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(StandIn.TAG)
class CudaDevicesTest {
  private StandIn standIn;

  @BeforeEach
  void load() {
    standIn = StandIn.assumed();
    standIn.reset();
  }

  @AfterEach
  void reset() {
    standIn.reset();
  }

  @Test
  void tellsWhatTheDriverSays() {
    FoundGpu gpu = CudaDevices.all().getFirst();
    assertThat(gpu.name()).isEqualTo(StandIn.DEVICE);
    assertThat(gpu.vendor()).isEqualTo("NVIDIA");
    assertThat(gpu.driver()).isEqualTo("CUDA 12.8");
    assertThat(gpu.busId()).isEqualTo("0000:0a:00.0");
    assertThat(gpu.kind()).isEqualTo(FoundGpu.Kind.GPU);
    assertThat(gpu.units()).isEqualTo(2);
    assertThat(gpu.clockMhz()).isEqualTo(1980);
    assertThat(gpu.memoryBytes()).isEqualTo(3L << 30);
    assertThat(gpu.kernelHash()).matches("[0-9a-f]{12}");
  }

  @Test
  void saysWhyThereIsNone() {
    standIn.fail("cuInit", CUDA_ERROR_NO_DEVICE, 0, 1);
    assertThatThrownBy(CudaDevices::all)
        .isInstanceOf(DeviceException.class)
        .hasMessage(
            "the CUDA driver does not start: CUDA_ERROR_NO_DEVICE (no CUDA-capable device is"
                + " detected); if nvidia-smi lists a GPU, look at the variable"
                + " CUDA_VISIBLE_DEVICES");
    standIn.fail("cuInit", CUDA_ERROR_SYSTEM_DRIVER_MISMATCH, 0, 1);
    assertThatThrownBy(CudaDevices::all).hasMessageEndingWith("restart the machine");
    assertThat(CudaDevices.all()).hasSize(1);
  }

  @Test
  void namesAnErrorThatTheDriverHasNoNameFor() {
    standIn.fail("cuDeviceGetCount", 12345, 0, 1);
    assertThatThrownBy(CudaDevices::all)
        .hasMessage("the CUDA driver does not list its devices: error 12345");
  }

  @Test
  void listsAGpuThatFailsWithItsError() {
    standIn.fail("cuDeviceGetName", CUDA_ERROR_OPERATING_SYSTEM, 0, 1);
    FoundGpu gpu = CudaDevices.all().getFirst();
    assertThat(gpu.name()).isEqualTo("GPU 0");
    assertThat(gpu.refusal())
        .hasValueSatisfying(why -> assertThat(why).contains("does not name its device"));
  }

  @Test
  void refusesWhatIsOlderThanTheKernels() {
    assertThat(CudaDevice.refusal("GeForce GTX 780", 3, 5))
        .contains(
            "the GeForce GTX 780 has compute capability 3.5, and the CUDA kernels need 5.0; try"
                + " OpenCL");
    assertThat(CudaDevice.refusal("GeForce GTX 750", 5, 0)).isEmpty();
    assertThat(CudaDevices.all().getFirst().refusal()).isEmpty();
  }

  @Test
  void saysThatThereIsNoDriver() {
    var first =
        new UnsatisfiedLinkError(
            "Error while loading native library \"JCudaDriver-12.6.0-linux-x86_64\"\n"
                + "Stack trace: libcuda.so.1: cannot open shared object file: No such file");
    var again = new NoClassDefFoundError("Could not initialize class jcuda.driver.JCudaDriver");
    again.initCause(new ExceptionInInitializerError(first.getMessage()));
    assertThat(CudaDevices.unloaded(first)).hasMessage("no NVIDIA driver is installed");
    assertThat(CudaDevices.unloaded(again)).hasMessage("no NVIDIA driver is installed");
    assertThat(CudaDevices.unloaded(new UnsatisfiedLinkError("glibc is too old\nat ...")))
        .hasMessage("the native part of JCuda does not load: glibc is too old");
  }

  @Test
  void saysWhichPlatformsThereAre() {
    assertThatCode(() -> CudaDevices.requirePlatform("Linux", "amd64")).doesNotThrowAnyException();
    assertThatCode(() -> CudaDevices.requirePlatform("Windows 11", "amd64"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> CudaDevices.requirePlatform("Linux", "aarch64"))
        .isInstanceOf(DeviceException.class)
        .hasMessage(
            "CUDA is used on Linux and Windows on x86-64 only, and this is Linux on aarch64");
    assertThatThrownBy(() -> CudaDevices.requirePlatform("Mac OS X", "amd64"))
        .hasMessageContaining("Mac OS X");
  }
}
