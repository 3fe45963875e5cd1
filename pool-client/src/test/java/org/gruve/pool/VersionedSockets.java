package org.gruve.pool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Server sockets that speak one version of TLS. */
final class VersionedSockets extends ServerSocketFactory {
  private final SSLContext context;
  private final String version;

  VersionedSockets(SSLContext context, String version) {
    this.context = context;
    this.version = version;
  }

  private ServerSocket versioned(ServerSocket socket) {
    ((SSLServerSocket) socket).setEnabledProtocols(new String[] {version});
    return socket;
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return versioned(context.getServerSocketFactory().createServerSocket(port));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return versioned(context.getServerSocketFactory().createServerSocket(port, backlog));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress at) throws IOException {
    return versioned(context.getServerSocketFactory().createServerSocket(port, backlog, at));
  }
}
