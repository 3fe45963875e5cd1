package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.DeviceOffer;
import org.junit.jupiter.api.Test;

final class DeviceTableTest {
  private final DeviceTable table =
      new DeviceTable(
          List.of(
              new Offer(Samples.CPU, Optional.empty()),
              new Offer(
                  new DeviceInfo("cuda:0", "cuda", "Test GPU", "none", "01:00.0"),
                  Optional.of(new UnsatisfiedLinkError("libcuda.so.1 is missing")))));

  @Test
  void linesUpForPeople() {
    assertThat(table.text().lines())
        .containsExactly(
            "ID      BACKEND  NAME      KERNEL  DETAILS    STATE",
            "cpu     cpu      Test CPU  scalar  2 threads  available",
            "cuda:0  cuda     Test GPU  none    2 threads  unavailable: libcuda.so.1 is missing",
            "cpu: kernel vector-512 passed over: no AVX-512",
            "cuda:0: kernel vector-512 passed over: no AVX-512");
  }

  @Test
  void listsForPrograms() {
    assertThat(table.json().toString())
        .isEqualTo(
            "{\"schema\":1,\"devices\":[{\"id\":\"cpu\",\"backend\":\"cpu\",\"name\":\"Test CPU\","
                + "\"kernel\":\"scalar\",\"bus_id\":null,\"details\":\"2 threads\","
                + "\"available\":true,\"reason\":null,\"notes\":[\"kernel vector-512 passed"
                + " over: no AVX-512\"]},{\"id\":\"cuda:0\",\"backend\":\"cuda\","
                + "\"name\":\"Test GPU\",\"kernel\":\"none\",\"bus_id\":\"01:00.0\","
                + "\"details\":\"2 threads\",\"available\":false,"
                + "\"reason\":\"libcuda.so.1 is missing\",\"notes\":[\"kernel vector-512"
                + " passed over: no AVX-512\"]}]}");
  }

  private record Offer(DeviceInfo info, Optional<Throwable> unavailabilityCause)
      implements DeviceOffer {
    @Override
    public String details() {
      return "2 threads";
    }

    @Override
    public List<String> notes() {
      return List.of("kernel vector-512 passed over: no AVX-512");
    }

    @Override
    public Device open(int threads) {
      throw new IllegalStateException("a table opens nothing");
    }
  }
}
