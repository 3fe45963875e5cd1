package org.gruve.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolEvents;
import org.gruve.pool.Upstream;
import org.gruve.pool.UpstreamOwner;

/** Keeps all that an upstream tells its owner, and waits for what a test needs. */
final class OwnerLog implements UpstreamOwner, PoolEvents {
  /** One thing that was told. */
  sealed interface Told {}

  record JobCame(Job job) implements Told {}

  record NoJob() implements Told {}

  record Ended(ShareResult result) implements Told {}

  record Failed(String reason, Duration retryIn, boolean hopeless) implements Told {}

  record Event(PoolEvent event) implements Told {}

  record Released() implements Told {}

  private final List<Told> all = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Told> fresh = new LinkedBlockingQueue<>();

  @Override
  public void job(Upstream from, Job job) {
    add(new JobCame(job));
  }

  @Override
  public void noJob(Upstream from) {
    add(new NoJob());
  }

  @Override
  public void result(Upstream from, ShareResult result) {
    add(new Ended(result));
  }

  @Override
  public void failed(Upstream from, String reason, Duration retryIn, boolean hopeless) {
    add(new Failed(reason, retryIn, hopeless));
  }

  @Override
  public void tell(PoolEvent event) {
    add(new Event(event));
  }

  @Override
  public void on(PoolEvent event) {
    add(new Event(event));
  }

  @Override
  public void released(Upstream from) {
    add(new Released());
  }

  private void add(Told told) {
    all.add(told);
    fresh.add(told);
  }

  /** The next of this kind; those before it are passed over. */
  <T extends Told> T await(Class<T> kind) {
    return await(kind, _ -> true);
  }

  /** The next of this kind that is like this; those before it are passed over. */
  <T extends Told> T await(Class<T> kind, Predicate<T> like) {
    while (true) {
      Told told = next(kind);
      if (kind.isInstance(told) && like.test(kind.cast(told))) {
        return kind.cast(told);
      }
    }
  }

  Job job() {
    return await(JobCame.class).job();
  }

  ShareResult result() {
    return await(Ended.class).result();
  }

  /** Waits for what a user reads. */
  String said(String part) {
    Event event =
        await(
            Event.class,
            one -> one.event() instanceof PoolEvent.Said said && said.text().contains(part));
    return ((PoolEvent.Said) event.event()).text();
  }

  PoolEvent.BlockDelivered delivered() {
    Event event = await(Event.class, one -> one.event() instanceof PoolEvent.BlockDelivered);
    return (PoolEvent.BlockDelivered) event.event();
  }

  private Told next(Class<?> kind) {
    try {
      Told told = fresh.poll(10, TimeUnit.SECONDS);
      if (told == null) {
        throw new AssertionError("no " + kind.getSimpleName() + " came; only " + all);
      }
      return told;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public String toString() {
    return all.toString();
  }

  /** All of a kind so far. */
  <T extends Told> List<T> all(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
