package org.gruve.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a miner and its pool, writes down every line that passes, and disturbs the wire
 * where a test wants that. It knows lines and nothing else of our codec and sessions.
 */
final class Wiretap implements AutoCloseable {
  private final InetSocketAddress pool;
  private final ServerSocket server;
  private final List<TappedWire> wires = new CopyOnWriteArrayList<>();

  Wiretap(InetSocketAddress pool) throws IOException {
    this.pool = pool;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("wiretap").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Every connection that reached the pool, the oldest first. */
  List<TappedWire> wires() {
    return wires;
  }

  /** The present connection. */
  TappedWire newest() {
    return wires.getLast();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        connect(server.accept());
      }
    } catch (IOException closed) {
      // The test is over; what it still waits for will tell if it is not.
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      wires.add(new TappedWire(client, new Socket(pool.getAddress(), pool.getPort())));
    } catch (IOException away) {
      // As seen through us, a pool that is away hangs up at once.
      client.close();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      wires.forEach(TappedWire::cut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
