package org.gruve.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** One tapped connection: what each end said, and whether it reached the other. */
final class TappedWire {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Socket client;
  private final Socket pool;

  // All guarded by this.
  private final List<String> ofTheClient = new ArrayList<>();
  private final List<String> ofThePool = new ArrayList<>();
  private final Queue<String> heldBack = new ArrayDeque<>();
  private int delivered;
  private boolean hushed;
  private boolean cut;
  private int ends;

  TappedWire(Socket client, Socket pool) {
    this.client = client;
    this.pool = pool;
    Thread.ofVirtual().name("from-pool").start(() -> listen(pool, client, this::fromPool));
    Thread.ofVirtual().name("from-client").start(() -> listen(client, pool, this::fromClient));
  }

  private interface Ear {
    void heard(String line) throws IOException;
  }

  private void listen(Socket from, Socket to, Ear ear) {
    try {
      var lines =
          new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ear.heard(line);
      }
    } catch (IOException ended) {
      // In another way, but it has.
    }
    end(to);
    closeAfterBoth();
  }

  /** Not before: a socket that is closed over unread lines takes away what it has sent as well. */
  private synchronized void closeAfterBoth() {
    if (++ends == 2) {
      close(client);
      close(pool);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.shutdownOutput();
    } catch (IOException ended) {
      // Then it has ended already.
    }
  }

  private synchronized void fromPool(String line) throws IOException {
    ofThePool.add(line);
    if (hushed) {
      heldBack.add(line);
      notifyAll();
    } else {
      deliver(line);
    }
  }

  private void deliver(String line) throws IOException {
    if (!cut) {
      send(client, line);
      delivered++;
    }
  }

  private synchronized void fromClient(String line) {
    if (!cut) {
      ofTheClient.add(line);
      toPool(line);
    }
  }

  private void toPool(String line) {
    try {
      send(pool, line);
    } catch (IOException away) {
      // What the client says now is lost, and it will notice.
      cut = true;
    }
  }

  private static void send(Socket to, String line) throws IOException {
    to.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** From now on what the pool says is written down, but does not reach the client. */
  synchronized void hush() {
    hushed = true;
  }

  /** Lets the client hear what was held back, in its order. */
  synchronized void unhush() throws IOException {
    hushed = false;
    while (!heldBack.isEmpty()) {
      deliver(heldBack.remove());
    }
  }

  /** Waits until so many lines with these words were held back from the client. */
  synchronized void awaitHeldBack(String words, int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (heldBack.stream().filter(line -> line.contains(words)).count() < count) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("not " + count + " times " + words + "; first " + heldBack.peek());
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /**
   * Hangs up on both ends. What was held back is lost; what the pool has heard it still answers,
   * and nobody hears it.
   */
  synchronized void cut() {
    cut = true;
    end(client);
    end(pool);
  }

  synchronized List<String> ofTheClient() {
    return List.copyOf(ofTheClient);
  }

  synchronized List<String> ofThePool() {
    return List.copyOf(ofThePool);
  }

  /** How many of the pool's lines reached the client: the first ones. */
  synchronized int delivered() {
    return delivered;
  }
}
