package org.gruve.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
import org.gruve.core.mine.JobSink;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * All upstreams of one client: keeps engaged whom its {@link Choice} needs, turns the workers to
 * whom it picks, and takes each share to where its job came from. Confined to the event loop.
 */
final class Places implements UpstreamOwner {
  /** How long one that is not needed any more may wait for answers. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Timers timers;
  private final JobSink workers;
  private final PoolEvents events;
  private final List<Place> places = new ArrayList<>();
  private final Map<JobOrigin, Place> origins = new WeakHashMap<>();
  private final Choice choice;
  private final Surrender surrender;
  private final CountDownLatch finished = new CountDownLatch(1);
  private @Nullable Place active;
  private Timers.@Nullable Scheduled look;
  private Timers.@Nullable Scheduled patienceEnd;
  private boolean everWorked;
  private boolean stopping;

  Places(
      PoolSettings settings, PoolLoop loop, JobSink workers, PoolEvents events, Outside outside) {
    this.timers = loop.timers();
    this.workers = workers;
    this.events = events;
    Site site = new Site(loop, outside, settings, this);
    settings.accounts().forEach(one -> places.add(new Place(one.open(site), places.size())));
    this.choice =
        switch (settings.strategy()) {
          case FAILOVER -> new Failover(places);
          case QUOTA -> new Quota(places);
        };
    this.surrender = new Surrender(places, settings.retries());
  }

  void start() {
    review();
  }

  private Place of(Upstream upstream) {
    return places.stream().filter(one -> one.upstream().equals(upstream)).findFirst().orElseThrow();
  }

  @Override
  public void job(Upstream from, Job job) {
    Place place = of(from);
    origins.put(job.origin(), place);
    if (stopping || !place.isEngaged()) {
      return;
    }
    everWorked = true;
    long now = passed();
    place.jobCame(job, now);
    if (place.equals(active)) {
      hand(place, job);
    }
    review();
  }

  private void hand(Place place, Job job) {
    workers.assign(job);
    if (place.isNews()) {
      events.on(new PoolEvent.NewJob(place.account(), job));
    }
  }

  @Override
  public void noJob(Upstream from) {
    Place place = of(from);
    boolean had = place.hasJob();
    var _ = passed();
    place.jobWent();
    if (had && place.equals(active)) {
      workers.park();
      review();
    }
  }

  @Override
  public void failed(Upstream from, String reason, Duration retryIn, boolean hopeless) {
    Place place = of(from);
    if (stopping || !place.isEngaged()) {
      return;
    }
    noJob(from);
    if (retryIn.isZero()) {
      place.interrupted();
    } else {
      place.failed(hopeless);
      choice.lost(place, active, timers.nanoTime());
      Optional<String> end = everWorked ? Optional.empty() : surrender.sentence(place, reason);
      if (end.isPresent()) {
        close();
        events.on(new PoolEvent.GaveUp(end.get()));
        return;
      }
    }
    events.on(new PoolEvent.Lost(place.account(), reason, retryIn));
    review();
  }

  private long passed() {
    long now = timers.nanoTime();
    choice.passed(active, now);
    return now;
  }

  /** Engages, turns and releases as it should be by now. */
  private void review() {
    if (stopping) {
      return;
    }
    long now = passed();
    Place next = choice.pick(active, now);
    if (next != null && !next.equals(active)) {
      turn(next, now);
    }
    for (Place place : places) {
      boolean needed = choice.needs(place, active);
      if (needed && !place.isOpen()) {
        place.engage();
      } else if (!needed && place.isEngaged()) {
        place.release(PATIENCE);
      }
    }
    lookAgain(now);
  }

  private void turn(Place next, long now) {
    Place before = active;
    active = next;
    String why = before == null ? "" : choice.why(before, next);
    choice.turned(before, next, now);
    if (!why.isEmpty()) {
      events.on(new PoolEvent.Turned(next.account(), why));
    }
    Job job = next.job();
    if (job != null) {
      hand(next, job);
    }
  }

  private void lookAgain(long now) {
    if (look != null) {
      look.cancel();
      look = null;
    }
    Duration delay = choice.nextLook(active, now);
    if (delay != null) {
      look = timers.after(delay, this::review);
    }
  }

  /** Takes a share home. */
  void submit(Share share) {
    Place home = origins.get(share.job().origin());
    if (finished.getCount() == 0) {
      end(share, Outcome.UNANSWERED, "found after mining had ended");
    } else if (home == null) {
      end(share, Outcome.STALE, "found for a lost session");
    } else {
      home.upstream().submit(share);
    }
  }

  /** Gives up a share that came faster than it could be sent. */
  void drop(Share share) {
    end(share, Outcome.UNANSWERED, "not sent: too many shares were waiting");
  }

  private void end(Share share, Outcome outcome, String reason) {
    Place home = origins.getOrDefault(share.job().origin(), places.getFirst());
    result(home.upstream(), new ShareResult(share, outcome, reason, 0));
  }

  @Override
  public void result(Upstream from, ShareResult result) {
    events.on(new PoolEvent.ShareEnded(from.account(), result));
  }

  @Override
  public void tell(PoolEvent event) {
    events.on(event);
  }

  void measured(double hashesPerSecond) {
    places.forEach(one -> one.upstream().measured(hashesPerSecond * choice.portion(one)));
  }

  @Override
  public void released(Upstream from) {
    of(from).released();
    if (stopping) {
      finishWhereAllAre();
    } else {
      review();
    }
  }

  /** Parks the workers, and ends when all that was sent is answered, or after the patience. */
  void stop(Duration patience) {
    if (stopping) {
      return;
    }
    halt();
    patienceEnd = timers.after(patience, this::close);
    places.stream().filter(Place::isEngaged).forEach(one -> one.release(patience));
    finishWhereAllAre();
  }

  private void halt() {
    stopping = true;
    active = null;
    if (look != null) {
      look.cancel();
    }
    workers.park();
  }

  private void finishWhereAllAre() {
    if (places.stream().noneMatch(Place::isOpen)) {
      close();
    }
  }

  /** Ends at once; what is unanswered ends as such. */
  void close() {
    if (!stopping) {
      halt();
    }
    if (patienceEnd != null) {
      patienceEnd.cancel();
    }
    try {
      places.forEach(one -> one.upstream().close());
    } finally {
      finished.countDown();
    }
  }

  /** Reaches zero when all is over. */
  CountDownLatch finished() {
    return finished;
  }
}
