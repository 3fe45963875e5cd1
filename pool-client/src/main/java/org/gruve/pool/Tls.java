package org.gruve.pool;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** TLS 1.2 and 1.3 of the JDK. */
final class Tls {
  private Tls() {}

  /** For connections to one place. Reads files, so not on the event loop. */
  static SslContext context(Trust trust, Endpoint to) throws SSLException {
    return SslContextBuilder.forClient()
        .sslProvider(SslProvider.JDK)
        .protocols("TLSv1.3", "TLSv1.2")
        .endpointIdentificationAlgorithm("HTTPS")
        .trustManager(new TrustCheck(trust, Authorities.of(trust), to))
        .build();
  }

  /** Runs what TLS must calculate; a check of signatures takes its time. */
  static void aside(Runnable task) {
    var _ = Thread.ofVirtual().name("tls").start(task);
  }

  /** What was agreed on, and with whom. */
  static String text(SSLSession session) {
    String agreed = session.getProtocol() + ", " + session.getCipherSuite();
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? agreed + ", " + Certificates.text(certificate)
          : agreed;
    } catch (SSLPeerUnverifiedException e) {
      return agreed + ", no certificate (" + e.getClass().getSimpleName() + ")";
    }
  }
}
