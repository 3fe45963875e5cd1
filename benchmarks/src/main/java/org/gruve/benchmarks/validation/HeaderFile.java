package org.gruve.benchmarks.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.HeaderRun;
import org.gruve.core.check.Network;

/** The main chain's first headers, as often as it takes to have a million. */
final class HeaderFile {
  static final int HEADERS = 1_000_000;
  private static final long NOW = 4_000_000_000L;
  private final byte[] bytes;

  HeaderFile(Path data) throws IOException {
    bytes = Files.readAllBytes(data.resolve("headers/mainnet_0_10236.bin"));
  }

  /** Every rule of a header, each run from genesis on. */
  Runnable rules() {
    return () -> {
      int most = bytes.length / BlockHeader.SIZE;
      for (int done = 0; done < HEADERS; ) {
        int some = Math.min(most, HEADERS - done);
        HeaderRun run = new HeaderRun(Network.MAIN, OptionalInt.of(0), OptionalLong.of(NOW));
        if (!run.add(bytes, 0, some)) {
          throw new IllegalStateException("the main chain was not found valid");
        }
        done += some;
      }
    };
  }
}
