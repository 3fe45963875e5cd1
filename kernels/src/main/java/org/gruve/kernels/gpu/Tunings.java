package org.gruve.kernels.gpu;

/** Each kernel is tuned for itself: what is best for one need not be for the other. */
public record Tunings(Tuning versions, Tuning nonces) {
  /** Both kernels with one setting. */
  public static Tunings fixed(Setting setting) {
    return new Tunings(Tuning.fixed(setting), Tuning.fixed(setting));
  }

  Tuning of(Scan scan) {
    return switch (scan) {
      case Scan.Versions _ -> versions;
      case Scan.Nonces _ -> nonces;
    };
  }
}
