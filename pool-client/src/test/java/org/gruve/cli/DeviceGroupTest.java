package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.gruve.kernels.DeviceOffer;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolUrl;
import org.junit.jupiter.api.Test;

final class DeviceGroupTest {
  private static final List<DeviceOffer> OFFERS =
      List.of(
          new FaultyOffer("gpu:0", FaultyOffer.Fault.NONE),
          new FaultyOffer("gpu:1", FaultyOffer.Fault.NONE));
  private static final Place ALL = pool("all");

  @Test
  void oneGroupWhereNoPoolNamesDevices() {
    assertThat(DeviceGroup.of(OFFERS, List.of(ALL, pool("next"))))
        .containsExactly(new DeviceGroup(Set.of("gpu:0", "gpu:1"), List.of(ALL, pool("next"))));
  }

  @Test
  void namedDevicesMineForTheirPoolFirstAndThenForTheRest() {
    Place named = pool("named", "gpu:1");
    assertThat(DeviceGroup.of(OFFERS, List.of(ALL, named)))
        .containsExactly(
            new DeviceGroup(Set.of("gpu:0"), List.of(ALL)),
            new DeviceGroup(Set.of("gpu:1"), List.of(named, ALL)));
  }

  @Test
  void saysWhichDeviceHasNothingToMineFor() {
    assertThatThrownBy(() -> DeviceGroup.of(OFFERS, List.of(pool("named", "gpu:1"))))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("gpu:0 has nothing to mine for");
  }

  @Test
  void saysWhichPatternMeansNoDeviceInUse() {
    assertThatThrownBy(() -> DeviceGroup.of(OFFERS, List.of(ALL, pool("named", "cuda:7"))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("--pool-device 'cuda:7'");
  }

  private static Place pool(String host, String... devices) {
    return new Place.Pool(new PoolAccount(new PoolUrl(host, 1), "me", "x"), List.of(devices));
  }
}
