package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gruve.kernels.DeviceFacts.Type;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final DeviceOffer GPU =
      FakeOffer.of("cuda:0", "Big GPU 4000").at("00000000:01:00.0").driver("580");
  private static final DeviceOffer LOST =
      FakeOffer.of("cuda:1", "Old GPU").at("0000:02:00.0").lost("lost");
  private static final DeviceOffer SAME =
      FakeOffer.of("opencl:0", "Big GPU 4000").at("01:00.0").driver("CL 580");
  private static final DeviceOffer OTHER = FakeOffer.of("opencl:1", "Other GPU").at("0000:02:00.0");
  private static final DeviceOffer POCL = FakeOffer.of("opencl:2", "pocl").type(Type.CPU);
  private static final DeviceOffer CPU = FakeOffer.of("cpu", "Some cuda-like CPU").type(Type.CPU);

  private final Inventory all = of(GPU, LOST, SAME, OTHER, POCL, CPU);

  @Test
  void usesEachGpuOnceAndTheCpuOnlyWhereThereIsNone() {
    assertThat(all.preferred()).containsExactly(GPU, OTHER);
    assertThat(of(LOST, POCL, CPU).preferred()).containsExactly(CPU);
    assertThat(of(LOST).preferred()).isEmpty();
  }

  @Test
  void saysWhyADeviceIsNotUsed() {
    assertThat(all.whyNotPreferred(GPU)).isEmpty();
    assertThat(all.whyNotPreferred(LOST)).as("it says why itself").isEmpty();
    assertThat(all.whyNotPreferred(SAME)).contains("the same GPU as cuda:0");
    assertThat(all.whyNotPreferred(POCL)).get().asString().contains("only when named with -d");
    assertThat(all.whyNotPreferred(CPU)).get().asString().contains("where there is no GPU");
  }

  @Test
  void usesWhatIsLeftWhereTheBetterBackendIsLeftOut() {
    assertThat(of(SAME, OTHER, CPU).preferred()).containsExactly(SAME, OTHER);
  }

  @Test
  void keepsTheSameGpuTwiceOnlyWhereItsIdIsNamed() {
    assertThat(all.once(List.of(SAME, GPU), Set.of())).containsExactly(GPU);
    assertThat(all.once(List.of(SAME, GPU), Set.of("opencl:0"))).containsExactly(SAME);
    assertThat(all.once(List.of(SAME, GPU), Set.of("opencl:0", "cuda:0")))
        .containsExactly(SAME, GPU);
    assertThat(all.once(List.of(SAME), Set.of())).containsExactly(SAME);
  }

  @Test
  void takesPartsOfADividedGpuForSeveral() {
    DeviceOffer one = FakeOffer.of("cuda:0", "GPU part").at("0000:01:00.0").driver("580");
    DeviceOffer two = FakeOffer.of("cuda:1", "GPU part").at("0000:01:00.0").driver("580");
    assertThat(of(one, two).preferred()).containsExactly(one, two);
  }

  @Test
  void takesOneGpuThroughTwoOpenClDriversForOne() {
    DeviceOffer one = FakeOffer.of("opencl:0", "GPU").at("0000:01:00.0").driver("vendor's 1");
    DeviceOffer two = FakeOffer.of("opencl:1", "GPU").at("0000:01:00.0").driver("Mesa 2");
    assertThat(of(one, two).preferred()).containsExactly(one);
    assertThat(of(one, two).whyNotPreferred(two)).contains("the same GPU as opencl:0");
  }

  @Test
  void readsASelectorAsIdBackendBusOrPartOfAName() {
    assertThat(all.matching("cuda:0")).containsExactly(GPU);
    assertThat(all.matching("CUDA")).containsExactly(GPU, LOST);
    assertThat(all.matching("2:0.0")).containsExactly(LOST, OTHER);
    assertThat(all.matching(" gpu ")).containsExactly(GPU, LOST, SAME, OTHER);
    assertThat(all.matching("cpu")).containsExactly(CPU);
    assertThat(all.matching("rocm")).isEmpty();
    assertThat(all.matching(" ")).isEmpty();
  }

  private static Inventory of(DeviceOffer... offers) {
    return new Inventory(List.of(offers), Map.of());
  }
}
