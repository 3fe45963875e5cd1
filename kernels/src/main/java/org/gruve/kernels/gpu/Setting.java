package org.gruve.kernels.gpu;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How kernels run on a device: what is tuned.
 *
 * @param groupSize threads to a group
 * @param perThread hashes that a thread computes in one launch, at most
 */
public record Setting(Variant variant, int groupSize, int perThread) {
  /** What runs well everywhere. */
  public static final Setting USUAL = new Setting(Variant.PLAIN, 256, 128);

  /** The kernels' launch bounds. */
  private static final int MOST_THREADS = 256;

  private static final int LEAST_THREADS = 32;
  private static final Pattern FORM = Pattern.compile("([a-z0-9+]+)/(\\d{1,4})x(\\d{1,5})");

  /** {@code sums+shifts+turns96/256x128}: variant, group size, hashes per thread. */
  public String label() {
    return "%s/%dx%d".formatted(variant.label(), groupSize, perThread);
  }

  /** Reads a label; empty where it is no setting that could run. */
  public static Optional<Setting> parse(String label) {
    Matcher form = FORM.matcher(label.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    int groupSize = Integer.parseInt(form.group(2));
    int perThread = Integer.parseInt(form.group(3));
    boolean runs = groupSize >= LEAST_THREADS && groupSize <= MOST_THREADS && perThread > 0;
    return Variant.parse(form.group(1))
        .filter(variant -> runs)
        .map(variant -> new Setting(variant, groupSize, perThread));
  }
}
