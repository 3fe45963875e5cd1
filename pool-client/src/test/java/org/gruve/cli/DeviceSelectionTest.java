package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gruve.kernels.DeviceFacts.Type;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Inventory;
import org.junit.jupiter.api.Test;

final class DeviceSelectionTest {
  private static final DeviceOffer GPU = FakeOffer.of("cuda:0", Type.GPU, "0000:01:00.0");
  private static final DeviceOffer TWIN = FakeOffer.of("opencl:0", Type.GPU, "01:00.0");
  private static final DeviceOffer POCL = FakeOffer.of("opencl:1", Type.CPU, "");
  private static final DeviceOffer CPU = FakeOffer.of("cpu", Type.CPU, "");
  private static final String NO_LOADER = "no OpenCL loader (libOpenCL.so.1) is installed";

  private final List<String> asked = new ArrayList<>();
  private List<DeviceOffer> offers = List.of(GPU, TWIN, POCL, CPU);
  private Map<String, String> absences = Map.of();

  @Test
  void takesTheGpusUnlessTold() {
    assertThat(choose(Set.of())).containsExactly(GPU);
    assertThat(choose(Set.of("cuda"))).containsExactly(TWIN);
    assertThat(choose(Set.of("cuda", "opencl"))).containsExactly(CPU);
  }

  @Test
  void takesACpuThroughOpenClOnlyWhenNamed() {
    assertThat(choose(Set.of(), "opencl")).containsExactly(TWIN, POCL);
    assertThat(choose(Set.of(), "opencl:1")).containsExactly(POCL);
  }

  @Test
  void takesAGpuOnceUnlessBothItsIdsAreNamed() {
    assertThat(choose(Set.of(), "Test GPU")).containsExactly(GPU);
    assertThat(choose(Set.of(), "1:0.0")).containsExactly(GPU);
    assertThat(choose(Set.of(), "opencl", "cuda")).containsExactly(POCL, GPU);
    assertThat(choose(Set.of(), "opencl:0", "cuda:0")).containsExactly(TWIN, GPU);
  }

  @Test
  void asksOnlyBackendsThatAreNamed() {
    choose(Set.of(), "CPU", "opencl:1");
    assertThat(asked).containsExactly("opencl", "cpu");
    asked.clear();
    choose(Set.of("cuda"), "Test GPU");
    assertThat(asked).containsExactly("opencl", "cpu");
  }

  @Test
  void saysWhyABackendThatIsNamedHasNoDevice() {
    offers = List.of(CPU);
    absences = Map.of("opencl", NO_LOADER);
    Failure failure = failure(Set.of(), "opencl");
    assertThat(failure.exit()).isEqualTo(ExitCode.NO_DEVICE);
    assertThat(failure.text()).isEqualTo("no device matches 'opencl': " + NO_LOADER);
    assertThat(failure(Set.of(), "opencl:2").text()).contains(NO_LOADER);
    assertThat(choose(Set.of())).containsExactly(CPU);
  }

  @Test
  void saysWhatThereIsWhereNothingMatches() {
    assertThat(failure(Set.of(), "H100").text())
        .startsWith("no device matches 'H100'; there is cuda:0 (Test GPU), opencl:0 (Test GPU), ");
  }

  @Test
  void saysThatThereIsNothingWithoutTheCpu() {
    offers = List.of(CPU);
    Failure failure = failure(Set.of("cpu"));
    assertThat(failure.exit()).isEqualTo(ExitCode.NO_DEVICE);
    assertThat(failure.text()).isEqualTo("no GPU here can mine; gruve devices says why");
  }

  @Test
  void refusesABackendThatIsBothNamedAndLeftOut() {
    Failure failure = failure(Set.of("cuda"), "cuda:0");
    assertThat(failure.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(failure.text()).contains("-d cuda", "--no-cuda", "exclude each other");
  }

  @Test
  void saysWhyADeviceThatIsNamedCannotBeUsed() {
    offers = List.of(FakeOffer.of("cuda:0", Type.GPU, "").lost("its driver is too old"), CPU);
    assertThat(failure(Set.of(), "cuda").text())
        .startsWith("cuda:0 cannot be used: its driver is too old");
  }

  private List<DeviceOffer> choose(Set<String> without, String... selectors) {
    return DeviceSelection.of(
        new DeviceChoice(List.of(selectors), 0, without, TuningChoice.USUAL), this::look);
  }

  private Failure failure(Set<String> without, String... selectors) {
    return catchThrowableOfType(Failure.class, () -> choose(without, selectors));
  }

  private Inventory look(Predicate<String> wanted) {
    List.of("cuda", "opencl", "cpu").stream().filter(wanted).forEach(asked::add);
    return new Inventory(
        offers.stream().filter(offer -> wanted.test(offer.info().backend())).toList(), absences);
  }
}
