package org.gruve.pool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server on loopback that does the same with each connection, on a thread of its own. */
public final class LoneServer implements AutoCloseable {
  /** What is done; the socket is closed at the end. */
  @FunctionalInterface
  public interface Deed {
    /** Does it. */
    void with(Socket socket) throws IOException;
  }

  private final ServerSocket server;
  private final Deed deed;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private LoneServer(ServerSocket server, Deed deed) {
    this.server = server;
    this.deed = deed;
  }

  /** Without TLS. */
  public static LoneServer plain(Deed deed) throws IOException {
    return of(ServerSocketFactory.getDefault(), deed);
  }

  /** With whatever sockets a factory makes. */
  public static LoneServer of(ServerSocketFactory factory, Deed deed) throws IOException {
    LoneServer started =
        new LoneServer(factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), deed);
    Thread.ofVirtual().start(started::accept);
    return started;
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return server.getLocalPort();
  }

  /** How many came. */
  public int connections() {
    return sockets.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      deed.with(socket);
    } catch (IOException e) {
      // The client went first, or refused us; the test looks at the client's side.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
