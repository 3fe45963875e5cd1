package org.gruve.core.work;

import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** Jobs for tests, alike but for what is named. */
final class Jobs {
  static final int TIME = 1_700_000_000;
  static final int VERSION = 0x2000_0000;
  private static final JobOrigin ORIGIN = new JobOrigin() {};

  private Jobs() {}

  static Job of(MerkleSource merkle, int mask) {
    return of(merkle, mask, TIME);
  }

  static Job of(MerkleSource merkle, int mask, int time) {
    return of(merkle, mask, new HeaderTemplate(VERSION, Hash256.ZERO, time, 0x1d00ffff));
  }

  static Job of(MerkleSource merkle, int mask, HeaderTemplate header) {
    return new Job("1", header, merkle, mask, Target.DIFFICULTY_1, false, ORIGIN);
  }

  static MerkleSource.Coinbase coinbase(int extranonce2Size) {
    return new MerkleSource.Coinbase(
        Bytes.ofHex("aa".repeat(70)),
        extranonce2Size,
        Bytes.ofHex("bb".repeat(30)),
        List.of(Hash256.fromDisplay("01".repeat(32)), Hash256.fromDisplay("02".repeat(32))));
  }

  static MerkleSource fixed() {
    return new MerkleSource.Fixed(Hash256.fromDisplay("03".repeat(32)));
  }
}
