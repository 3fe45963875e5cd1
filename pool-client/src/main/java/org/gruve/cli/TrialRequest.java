package org.gruve.cli;

import java.util.List;
import java.util.Optional;

/**
 * What {@code gruve pool test} was asked to do.
 *
 * @param payout the address to try at a node
 * @param remarks what the user should know of what was read
 */
record TrialRequest(
    Place place, Optional<String> payout, List<String> remarks, String userAgent, boolean json) {
  TrialRequest {
    remarks = List.copyOf(remarks);
  }
}
