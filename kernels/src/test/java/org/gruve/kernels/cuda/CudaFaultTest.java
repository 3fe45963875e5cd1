package org.gruve.kernels.cuda;

import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_ADDRESS;
import static jcuda.driver.CUresult.CUDA_ERROR_LAUNCH_TIMEOUT;
import static jcuda.driver.CUresult.CUDA_ERROR_OUT_OF_MEMORY;
import static jcuda.driver.CUresult.CUDA_ERROR_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gruve.core.block.Target;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.TestWorks;
import org.gruve.kernels.gpu.GpuDevice;
import org.gruve.kernels.gpu.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of it when the driver reports errors, through the stand-in for NVIDIA's. */
@Tag(StandIn.TAG)
class CudaFaultTest {
  private static final int ALWAYS = Integer.MAX_VALUE;
  private static final Target ONE_IN_16 =
      new Target(BigInteger.ONE.shiftLeft(252).subtract(BigInteger.ONE));

  private final Work work = TestWorks.versions(300, 4, ONE_IN_16);
  private final List<String> remarks = new ArrayList<>();
  private StandIn standIn;
  private GpuDevice device;

  @BeforeEach
  void openDevice() {
    standIn = StandIn.assumed();
    standIn.reset();
    device = CudaDeviceTest.device(Setting.USUAL);
    device.listen(remarks::add);
  }

  @AfterEach
  void closeDevice() {
    if (device != null) {
      device.close();
      standIn.reset();
    }
  }

  /** Of two in flight each is hit in turn, when it is started or while it runs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cuLaunchKernel",
        "kernel",
        "cuMemsetD32Async",
        "cuMemcpyDtoHAsync",
        "cuEventRecord",
        "cuEventSynchronize",
        "cuStreamCreate",
        "cuMemHostAlloc"
      })
  void startsAfreshOnceInANewContext(String call) {
    for (int after = 0; after < 2; after++) {
      remarks.clear();
      try (Searcher searcher = device.searcher(0)) {
        standIn.fail(call, CUDA_ERROR_ILLEGAL_ADDRESS, after, 1);
        assertThat(searchInPairs(searcher)).isEqualTo(all());
      }
      assertThat(remarks)
          .as("%s, after %d", call, after)
          .singleElement()
          .asString()
          .contains("CUDA_ERROR_ILLEGAL_ADDRESS", "lower its clocks", "started afresh");
      assertThat(standIn.contexts()).isOne();
    }
  }

  @Test
  void givesUpAtASecondErrorSoonAfter() {
    try (Searcher searcher = device.searcher(0)) {
      standIn.fail("kernel", CUDA_ERROR_LAUNCH_TIMEOUT, 0, ALWAYS);
      assertThatThrownBy(() -> searchInPairs(searcher))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("failed at a scan")
          .hasMessageContaining("CUDA_ERROR_LAUNCH_TIMEOUT")
          .hasMessageContaining("--launch-ms");
    }
    device.close();
    assertThat(standIn.contexts()).isZero();
  }

  @Test
  void endsWhenTheGpuIsLost() {
    Searcher searcher = device.searcher(0);
    searcher.begin(work);
    searcher.enqueue(300);
    standIn.fail("*", CUDA_ERROR_UNKNOWN, 0, ALWAYS);
    assertThatThrownBy(() -> Batch.of(searcher))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("CUDA_ERROR_UNKNOWN (unknown error); the GPU may be lost");
    searcher.close();
    device.close();
    assertThat(standIn.contexts()).isZero();
  }

  @Test
  void tellsWhatTheAssemblerSays() {
    try (Searcher searcher = device.searcher(0)) {
      searcher.begin(work);
      standIn.fail("jit", 1, 0, ALWAYS);
      assertThatThrownBy(() -> searcher.enqueue(300))
          .isInstanceOf(DeviceException.class)
          .hasMessage(
              "the CUDA driver cannot assemble the kernels: CUDA_ERROR_INVALID_PTX (a PTX JIT"
                  + " compilation failed); it says: ptxas application ptx input, line 7; error :"
                  + " gone");
    }
  }

  @Test
  void saysWhatToDoWhereMemoryIsShort() {
    standIn.fail("cuCtxCreate", CUDA_ERROR_OUT_OF_MEMORY, 0, 1);
    assertThatThrownBy(() -> device.searcher(0))
        .isInstanceOf(DeviceException.class)
        .hasMessage(
            "the CUDA driver gives no context: CUDA_ERROR_OUT_OF_MEMORY (out of memory); other"
                + " programs fill its memory, nvidia-smi lists them");
  }

  @Test
  void giveBackAllThatTheyTook() {
    int afterOne = thingsAfterASearch();
    assertThat(thingsAfterASearch()).as("beside the module").isEqualTo(afterOne);
    device.close();
    assertThat(standIn.things()).isZero();
    assertThat(standIn.contexts()).isZero();
  }

  private int thingsAfterASearch() {
    try (Searcher searcher = device.searcher(0)) {
      assertThat(searchInPairs(searcher)).isEqualTo(all());
    }
    return standIn.things();
  }

  /** The driver keeps the context in use for each thread. */
  @Test
  void worksInAnotherThreadThanThatWhichOpenedIt() throws InterruptedException {
    Set<Candidate> found = new HashSet<>();
    Searcher searcher = device.searcher(0);
    Thread worker =
        new Thread(
            () -> {
              found.addAll(searchInPairs(searcher));
              searcher.close();
            });
    worker.start();
    worker.join();
    assertThat(found).isEqualTo(all());
    assertThat(remarks).isEmpty();
    device.close();
    assertThat(standIn.contexts()).isZero();
  }

  /** Two in flight, always. */
  private Set<Candidate> searchInPairs(Searcher searcher) {
    Set<Candidate> found = new HashSet<>();
    searcher.begin(work);
    long inFlight = searcher.enqueue(300);
    while (inFlight > 0) {
      long next = searcher.enqueue(300);
      found.addAll(Batch.of(searcher).candidates());
      inFlight = next;
    }
    return found;
  }

  private Set<Candidate> all() {
    return new HashSet<>(ReferenceDevice.hits(work, 0, work.hashes()));
  }
}
