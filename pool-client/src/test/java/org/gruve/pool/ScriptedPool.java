package org.gruve.pool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A pool on a real loopback socket that plays one script per connection, in order; the last one
 * over and over.
 */
final class ScriptedPool implements AutoCloseable {
  /** What is done on one connection, on a thread of its own; it is closed at the end. */
  @FunctionalInterface
  interface Script {
    void play(ScriptedPeer peer) throws IOException;
  }

  private final ServerSocket server;
  private final List<Script> scripts;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();

  private ScriptedPool(ServerSocket server, List<Script> scripts) {
    this.server = server;
    this.scripts = scripts;
  }

  static ScriptedPool playing(Script... scripts) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ScriptedPool pool = new ScriptedPool(server, List.of(scripts));
    Thread.ofVirtual().start(pool::accept);
    return pool;
  }

  /** A port that nothing listens at. */
  static PoolUrl closedPort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new PoolUrl("127.0.0.1", server.getLocalPort());
    }
  }

  PoolUrl url() {
    return new PoolUrl("127.0.0.1", server.getLocalPort());
  }

  PoolAccount account(String user) {
    return new PoolAccount(url(), user, "x");
  }

  int connections() {
    return sockets.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Script script = scripts.get(Math.min(sockets.size(), scripts.size() - 1));
        sockets.add(socket);
        Thread.ofVirtual().start(() -> play(script, socket));
      }
    } catch (SocketException e) {
      if (!server.isClosed()) {
        faults.add(e);
      }
    } catch (IOException e) {
      faults.add(e);
    }
  }

  private void play(Script script, Socket socket) {
    try (socket) {
      script.play(new ScriptedPeer(socket));
    } catch (IOException e) {
      // The client went before the script was over; that is the client's right.
      return;
    } catch (RuntimeException | AssertionError e) {
      faults.add(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    if (!faults.isEmpty()) {
      throw new AssertionError("the scripted pool met what it did not expect", faults.getFirst());
    }
  }
}
