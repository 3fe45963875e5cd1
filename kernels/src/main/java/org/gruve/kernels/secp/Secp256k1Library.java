package org.gruve.kernels.secp;

import fr.acinq.secp256k1.Secp256k1;
import org.gruve.kernels.gpu.PrivateFolder;
import org.jspecify.annotations.Nullable;

/** The native library, loaded once, or why it does not load. */
record Secp256k1Library(@Nullable Secp256k1 functions, @Nullable Throwable cause) {
  private static final Secp256k1Library LOADED = load();

  static Secp256k1Library loaded() {
    return LOADED;
  }

  /**
   * The binding fails with checked and unchecked exceptions and with linkage errors, and all of
   * them mean that this machine goes without.
   */
  private static Secp256k1Library load() {
    try {
      PrivateFolder.during(Secp256k1Library::unpack);
      return new Secp256k1Library(Secp256k1.get(), null);
    } catch (Exception | LinkageError e) {
      return new Secp256k1Library(null, unloaded(e));
    }
  }

  /** What went wrong is told by the last cause only, for some failures by its kind alone. */
  static IllegalStateException unloaded(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String first = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    return new IllegalStateException(
        "it does not load: " + last.getClass().getSimpleName() + ": " + first, failure);
  }

  /** The first use unpacks the library into the folder for temporary files, and loads it. */
  private static void unpack() {
    Secp256k1.get().secKeyVerify(new byte[32]);
  }
}
