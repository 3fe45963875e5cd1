package org.gruve.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;

/** An upstream that does what a test says, and keeps what it is told. */
final class FakeUpstream implements Upstream, JobOrigin {
  /** An account that opens one of these. */
  record FakeAccount(String name, int quota, List<FakeUpstream> opened) implements Account {
    @Override
    public Upstream open(Site site) {
      FakeUpstream upstream = new FakeUpstream(this, site.owner());
      opened.add(upstream);
      return upstream;
    }
  }

  final List<Share> shares = new ArrayList<>();
  private final Account account;
  private final UpstreamOwner owner;
  boolean engaged;
  boolean releasing;
  double rate;

  private FakeUpstream(Account account, UpstreamOwner owner) {
    this.account = account;
    this.owner = owner;
  }

  Job job(String id) {
    Job job =
        new Job(
            id,
            new HeaderTemplate(4, Hash256.of(new byte[32], 0), 0, 0x207fffff),
            new MerkleSource.Coinbase(Bytes.EMPTY, 4, Bytes.EMPTY, List.of()),
            0,
            Target.MAX,
            true,
            this);
    owner.job(this, job);
    return job;
  }

  void noJob() {
    owner.noJob(this);
  }

  void lost() {
    fail("lost", Duration.ofSeconds(1), false);
  }

  void fail(String reason, Duration retryIn, boolean hopeless) {
    owner.failed(this, reason, retryIn, hopeless);
  }

  void settle() {
    releasing = false;
    owner.released(this);
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public void engage() {
    if (engaged || releasing) {
      throw new AssertionError("engaged twice");
    }
    engaged = true;
  }

  @Override
  public void release(Duration patience) {
    if (!engaged) {
      throw new AssertionError("released, but not engaged");
    }
    engaged = false;
    releasing = true;
  }

  @Override
  public void submit(Share share) {
    shares.add(share);
  }

  @Override
  public void measured(double hashesPerSecond) {
    rate = hashesPerSecond;
  }

  @Override
  public void close() {
    engaged = false;
    releasing = false;
  }
}
