package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.kernels.DeviceFacts;
import org.gruve.kernels.DeviceFacts.Type;
import org.gruve.kernels.Inventory;
import org.gruve.kernels.secp.Signatures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class DeviceTableTest {
  private static final DeviceFacts TOLD =
      new DeviceFacts(
          Type.GPU,
          "Fake Corporation",
          "580.65",
          OptionalInt.of(132),
          OptionalInt.of(1980),
          OptionalLong.of(80L << 30));
  private static final String CAUTION = "never run on this vendor's hardware";

  private static final Signatures SIGNATURES =
      new Signatures(
          new BouncyCastleVerifier(), Optional.of(new UnsatisfiedLinkError("no such library")));

  private final Inventory inventory =
      new Inventory(
          List.of(
              FakeOffer.of("cuda:0", Type.GPU, "0000:01:00.0").with(TOLD),
              FakeOffer.of("cuda:1", Type.GPU, "0000:02:00.0").lost("its driver is too old"),
              FakeOffer.of("opencl:0", Type.GPU, "01:00.0"),
              FakeOffer.of("opencl:1", Type.CPU, ""),
              FakeOffer.of("cpu", Type.CPU, "")),
          Map.of("rocm", "libamdhip64.so is missing"));

  @Test
  void linesUpForPeopleAndSaysWhatIsLeftOutAndWhy() {
    assertThat(
            new DeviceTable(inventory, SIGNATURES).text().lines().map(line -> line.split(" {2,}")))
        .startsWith(
            new String[] {"ID", "BACKEND", "NAME", "KERNEL", "BUS", "DETAILS", "STATE"},
            new String[] {
              "cuda:0",
              "cuda",
              "Test GPU",
              "fake",
              "0000:01:00.0",
              "132 units, 1980 MHz, 80 GiB, driver 580.65",
              "available"
            })
        .extracting(cells -> cells[cells.length - 1])
        .containsExactly(
            "STATE",
            "available",
            "unavailable: its driver is too old",
            "available, left out: the same GPU as cuda:0",
            "available, left out: used only when named with -d: mining on a CPU through opencl is"
                + " slower than on the CPU itself",
            "available, left out: used only where there is no GPU, or when named with -d",
            "cuda:0: " + CAUTION,
            "cuda:1: " + CAUTION,
            "opencl:0: " + CAUTION,
            "cpu: kernel vector-512 passed over: no AVX-512",
            "no rocm device: libamdhip64.so is missing",
            "signatures: verified by bouncycastle, since libsecp256k1 is not usable: no such"
                + " library");
  }

  @Test
  void listsForProgramsInBaseUnits() {
    JsonNode told = new ObjectMapper().readTree(DeviceJson.of(inventory, SIGNATURES).toString());
    assertThat(told.propertyNames()).containsExactly("schema", "devices", "absent", "signatures");
    assertThat(told.get("devices").get(0).toString())
        .isEqualTo(
            "{\"id\":\"cuda:0\",\"backend\":\"cuda\",\"name\":\"Test GPU\",\"kernel\":\"fake\","
                + "\"bus_id\":\"0000:01:00.0\",\"type\":\"gpu\",\"vendor\":\"Fake Corporation\","
                + "\"driver\":\"580.65\",\"units\":132,\"clock_hz\":1980000000,"
                + "\"memory_bytes\":85899345920,"
                + "\"details\":\"132 units, 1980 MHz, 80 GiB, driver 580.65\","
                + "\"available\":true,\"reason\":null,\"used_by_default\":true,\"left_out\":null,"
                + "\"note\":\""
                + CAUTION
                + "\",\"notes\":[]}");
    assertThat(told.get("devices").get(1).get("reason").asString())
        .isEqualTo("its driver is too old");
    JsonNode twin = told.get("devices").get(2);
    assertThat(twin.get("used_by_default").asBoolean()).isFalse();
    assertThat(twin.get("left_out").asString()).isEqualTo("the same GPU as cuda:0");
    assertThat(twin.get("vendor").isNull()).isTrue();
    assertThat(twin.get("units").isNull()).isTrue();
    assertThat(told.get("devices").get(4).get("notes").get(0).asString()).contains("vector-512");
    assertThat(told.get("absent").toString())
        .isEqualTo("[{\"backend\":\"rocm\",\"reason\":\"libamdhip64.so is missing\"}]");
    assertThat(told.get("signatures").toString())
        .isEqualTo("{\"backend\":\"bouncycastle\",\"reason\":\"no such library\"}");
  }
}
