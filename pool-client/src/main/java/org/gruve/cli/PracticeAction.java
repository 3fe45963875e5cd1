package org.gruve.cli;

import java.net.InetSocketAddress;

/** Serves the practice pool until Ctrl-C. */
final class PracticeAction {
  private final Terminal terminal;
  private final PracticeRequest request;

  PracticeAction(Terminal terminal, PracticeRequest request) {
    this.terminal = terminal;
    this.request = request;
  }

  /** Returns the exit code. */
  ExitCode run(boolean plain) {
    try (Session session = new Session(terminal, plain, false);
        PracticeHost host =
            PracticeHost.serve(
                PracticeHost.chain(DataFolder.practice(terminal)),
                request.address(),
                new PracticeLog(session.inbox()))) {
      greet(session, host);
      for (Input input = session.inbox().await(Long.MAX_VALUE);
          !(input instanceof Input.Stop);
          input = session.inbox().await(Long.MAX_VALUE)) {
        if (input instanceof Input.Remark remark) {
          session.note(NetworkName.PRACTICE, remark.tag(), remark.text());
        }
      }
      session.note(NetworkName.PRACTICE, "pool", "stopped at height " + host.chain().height());
      return ExitCode.OK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.OTHER;
    }
  }

  private static void greet(Session session, PracticeHost host) {
    InetSocketAddress address = host.pool().address();
    if (!host.chain().notice().isEmpty()) {
      session.note(NetworkName.PRACTICE, "pool", host.chain().notice());
    }
    session.note(
        NetworkName.PRACTICE,
        "pool",
        "listening at height "
            + host.chain().height()
            + "; point any Stratum V1 miner at stratum+tcp://"
            + place(address));
    if (!address.getAddress().isLoopbackAddress()) {
      session.note(
          NetworkName.PRACTICE, "pool", "whoever reaches this machine can mine into this chain");
    }
  }

  private static String place(InetSocketAddress address) {
    boolean everywhere = address.getAddress().isAnyLocalAddress();
    String host = everywhere ? "THIS-MACHINE" : address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
