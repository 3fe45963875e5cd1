package org.gruve.cli;

import java.time.Duration;
import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.pool.PoolAccount;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gruve mine} was asked to do.
 *
 * @param accounts the pools in order; empty for the practice pool
 * @param practiceUser the user's name at the practice pool
 * @param timeLimit null for no limit
 * @param suggested the difficulty to ask for, or null
 * @param temperatureLimit null for none
 * @param retries tries after the first, -1 for ever
 * @param pace how long batches are to take, and pauses between them
 * @param endsWithDevice whether the failure of one device ends it for the others
 */
record MineRequest(
    List<PoolAccount> accounts,
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

  boolean practice() {
    return accounts.isEmpty();
  }
}
