package org.gruve.pool;

import java.util.List;
import java.util.Optional;

/**
 * When to give up before the first job: when every place is hopeless, or has been tried once and
 * then as often again as the user allows. After the first job nothing is given up any more.
 */
record Surrender(List<Place> places, int retries) {
  /** The sentence to end with, after this place failed; nothing while something may still help. */
  Optional<String> sentence(Place last, String reason) {
    boolean allHopeless = places.stream().allMatch(Place::isHopeless);
    if (!allHopeless && !places.stream().allMatch(this::isUp)) {
      return Optional.empty();
    }
    int times = last.failures();
    String tried = allHopeless || times == 1 ? "" : " (tried " + times + " times)";
    String words = named(last.account(), reason);
    return Optional.of(
        places.size() == 1
            ? words + tried
            : "none of the "
                + places.size()
                + " pools can be used"
                + tried
                + "; the last: "
                + words);
  }

  private boolean isUp(Place place) {
    return place.isHopeless() || (retries >= 0 && place.failures() > retries);
  }

  private static String named(Account account, String reason) {
    String words = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    String host = account instanceof PoolAccount pool ? pool.url().host() : account.name();
    return words.contains(host) ? words : account.name() + ": " + words;
  }
}
