package org.gruve.pool;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Places with fake upstreams, on manual time and no loop of their own. */
final class PlacesRig {
  final ManualTimers timers;
  final Recorder events = new Recorder();
  final Workers workers = new Workers();
  final Places places;
  private final List<FakeUpstream> upstreams = new ArrayList<>();

  PlacesRig(Strategy strategy, int retries, int... quotas) {
    EmbeddedChannel channel = new EmbeddedChannel();
    timers = new ManualTimers(channel.eventLoop());
    List<Account> accounts =
        IntStream.range(0, quotas.length)
            .<Account>mapToObj(i -> new FakeUpstream.FakeAccount("pool" + i, quotas[i], upstreams))
            .toList();
    PoolSettings settings =
        new PoolSettings(
            accounts,
            strategy,
            "test",
            null,
            false,
            Double.NaN,
            retries,
            List.of(),
            Optional.empty());
    places =
        new Places(
            settings,
            new PoolLoop(channel.eventLoop(), timers),
            workers,
            events,
            new Outside(new Random(1), InetAddress::getAllByName));
    places.start();
  }

  FakeUpstream pool(int rank) {
    return upstreams.get(rank);
  }

  void pass(long seconds) {
    timers.advance(Duration.ofSeconds(seconds));
  }

  /** The ranks that are engaged. */
  List<Integer> engaged() {
    return IntStream.range(0, upstreams.size())
        .filter(i -> upstreams.get(i).engaged)
        .boxed()
        .toList();
  }

  List<String> turns() {
    return events.all(PoolEvent.Turned.class).stream()
        .map(turned -> turned.account().name() + ", " + turned.why())
        .toList();
  }

  Optional<String> end() {
    return events.all(PoolEvent.GaveUp.class).stream().map(PoolEvent.GaveUp::reason).findAny();
  }
}
