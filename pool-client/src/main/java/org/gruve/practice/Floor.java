package org.gruve.practice;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.hash.Bytes;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Timers;
import org.gruve.stratum.v1.ServerSettings;
import org.jspecify.annotations.Nullable;

/** Where all clients of a pool stand: they get jobs together. On the event loop. */
final class Floor implements ClientHandler.Guests {
  /** BIP320. */
  private static final int VERSION_MASK = 0x1fffe000;

  private static final int EXTRANONCE1_SIZE = 4;

  private final PoolLoop loop;
  private final PracticeEvents events;
  private final JobDesk desk;
  private final Departed departed = new Departed();
  private final Set<PracticeClient> clients = new LinkedHashSet<>();
  private Timers.@Nullable Scheduled next;
  private int versionMask = VERSION_MASK;
  private int extranonces;

  Floor(PracticeChain chain, PoolLoop loop, PracticeEvents events) {
    this.loop = loop;
    this.events = events;
    // Not at once: the share that is a block is still to be answered.
    this.desk =
        new JobDesk(chain, loop.timers(), events, () -> loop.eventLoop().execute(this::newBlock));
    this.extranonces = (int) loop.timers().now().toEpochMilli();
  }

  /** Begins to hand out fresh jobs now and then. */
  void open() {
    next = loop.timers().after(desk.untilNext(), () -> refresh(false));
  }

  /** Stops handing out jobs. */
  void close() {
    if (next != null) {
      next.cancel();
      next = null;
    }
  }

  private void newBlock() {
    if (next != null) {
      next.cancel();
      refresh(true);
    }
  }

  private void refresh(boolean clean) {
    try {
      if (!clients.isEmpty()) {
        Template template = desk.fresh();
        forEach(client -> client.give(template, clean));
      }
    } finally {
      // Whatever goes wrong this time, jobs go on.
      open();
    }
  }

  /** A client for a new connection. */
  PracticeClient welcome(String name, PracticeClient.Outlet outlet) {
    Bytes extranonce1 = nextExtranonce1(EXTRANONCE1_SIZE);
    ServerSettings settings =
        new ServerSettings(
            HexFormat.of().toHexDigits(extranonces),
            extranonce1,
            CoinbaseParts.EXTRANONCE_ROOM - EXTRANONCE1_SIZE,
            versionMask);
    return new PracticeClient(
        name,
        settings,
        outlet,
        new PracticeClient.Surroundings(desk, departed, loop.timers(), events));
  }

  /** A different one each time. */
  private Bytes nextExtranonce1(int size) {
    byte[] counter = new ByteWriter().int32(++extranonces).int32(0).toArray();
    return Bytes.of(counter, 0, size);
  }

  @Override
  public void came(PracticeClient client) {
    clients.add(client);
    events.connected(client.name());
  }

  @Override
  public void went(PracticeClient client, String reason) {
    clients.remove(client);
    events.disconnected(client.name(), reason);
  }

  void fixDifficulty(double difficulty) {
    forEach(client -> client.fixDifficulty(difficulty));
  }

  void changeExtranonces(int size) {
    forEach(client -> client.changeExtranonce(nextExtranonce1(size)));
  }

  void changeVersionMask(int mask) {
    versionMask = mask;
    forEach(client -> client.changeVersionMask(mask));
  }

  private void forEach(Consumer<PracticeClient> action) {
    // A copy: whoever can't be written to goes while we are at it.
    Set.copyOf(clients).forEach(action);
  }
}
