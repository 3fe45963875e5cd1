package org.gruve.core.mine;

import java.math.BigInteger;
import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;

/** Jobs for tests. */
final class Jobs {
  private static final JobOrigin ORIGIN = new JobOrigin() {};
  private static final int TIME = 1_700_000_000;
  private static final int REGTEST_BITS = 0x207fffff;
  private static final int MAINNET_BITS = 0x1d00ffff;

  private Jobs() {}

  /** One hash in 2^bits is a share. */
  static Target oneIn(int bits) {
    return new Target(BigInteger.ONE.shiftLeft(256 - bits).subtract(BigInteger.ONE));
  }

  /** A job with a coinbase of its own, so that it never goes on where another stopped. */
  static Job coinbase(String id, Target target) {
    Bytes prefix = Bytes.of(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var merkle = new MerkleSource.Coinbase(prefix, 4, Bytes.of(new byte[] {1, 2}), List.of());
    return job(id, merkle, target, MAINNET_BITS);
  }

  /** A job whose root cannot be changed: one version, and time is all that can roll. */
  static Job fixedRoot(String id, Target target) {
    return job(id, new MerkleSource.Fixed(root(id)), target, MAINNET_BITS);
  }

  /** A job whose shares are blocks in one case of two. */
  static Job regtest(String id, Target target) {
    return job(id, new MerkleSource.Fixed(root(id)), target, REGTEST_BITS);
  }

  private static Job job(String id, MerkleSource merkle, Target target, int nbits) {
    var header = new HeaderTemplate(0x20000000, Hash256.ZERO, TIME, nbits);
    return new Job(id, header, merkle, 0, target, true, ORIGIN);
  }

  private static Hash256 root(String id) {
    return Sha256d.hash(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
