package org.gruve.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gruve mine} was asked to do.
 *
 * @param places the pools and nodes in order; empty for the practice pool
 * @param coinbase there where a node is among them
 * @param remarks what the user should know of what was read
 * @param practiceUser the user's name at the practice pool
 * @param timeLimit null for no limit
 * @param suggested the difficulty to ask for, or null
 * @param temperatureLimit null for none
 * @param retries tries after the first, -1 for ever
 * @param pace how long batches are to take, and pauses between them
 * @param endsWithDevice whether the failure of one device ends it for the others
 */
record MineRequest(
    List<Place> places,
    PoolPolicy policy,
    Optional<Coinbase> coinbase,
    List<String> remarks,
    String practiceUser,
    DeviceChoice devices,
    @Nullable Duration timeLimit,
    @Nullable Difficulty suggested,
    @Nullable TemperatureLimit temperatureLimit,
    String userAgent,
    int retries,
    LaunchPace pace,
    boolean endsWithDevice,
    boolean json) {

  MineRequest {
    places = List.copyOf(places);
    remarks = List.copyOf(remarks);
  }

  boolean practice() {
    return places.isEmpty();
  }
}
