package org.gruve.stratum.v1;

import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.stratum.PoolText;

/**
 * Makes a job of a notify and the terms in force (docs/stratum-v1.md, 3 and 4).
 * IllegalArgumentException, with the rest of a sentence, where it cannot be mined.
 */
record JobBuilder(Message.Notify said, Extranonce extranonce) {
  /** Hashing cost per extranonce2 is linear in the coinbase. */
  static final int MAX_COINBASE = 128 * 1024;

  private static final int MIN_COINBASE = 60;

  Job build(int mask, Target target, boolean clean, JobOrigin origin) {
    check();
    HeaderTemplate header =
        new HeaderTemplate(said.version(), said.prevHash(), said.time(), said.nbits());
    MerkleSource merkle =
        new MerkleSource.Coinbase(
            said.coinb1().then(extranonce.extranonce1()),
            extranonce.extranonce2Size(),
            said.coinb2(),
            said.branch());
    String name = PoolText.clean(said.job().text());
    return new Job(name, header, merkle, rollable(mask, said.version()), target, clean, origin);
  }

  /**
   * Servers differ where the job's version has bits inside the mask (docs/stratum-v1.md, 4): then
   * nothing is rolled.
   */
  static int rollable(int mask, int version) {
    return (mask & version) == 0 ? mask : 0;
  }

  private void check() {
    int size =
        said.coinb1().size()
            + extranonce.extranonce1().size()
            + extranonce.extranonce2Size()
            + said.coinb2().size();
    if (size < MIN_COINBASE || size > MAX_COINBASE) {
      throw new IllegalArgumentException("has a coinbase of " + size + " bytes");
    }
    if (CompactBits.target(said.nbits()).isEmpty()) {
      throw new IllegalArgumentException(
          "has nbits %08x, which stand for no target".formatted(said.nbits()));
    }
  }
}
