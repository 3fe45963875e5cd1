package org.gruve.pool;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges the chain of certificates of one place, and says in one sentence what is wrong with it.
 *
 * <p>Where pins stand alone nothing else is asked, neither name nor dates: the handshake proves
 * that the other side has the key, and whoever has it can write a certificate with any name and
 * dates. Where a file of authorities is named too, both must hold.
 */
final class TrustCheck extends X509ExtendedTrustManager {
  private final Trust trust;
  private final Optional<X509ExtendedTrustManager> judge;
  private final Endpoint to;

  TrustCheck(Trust trust, Optional<X509ExtendedTrustManager> judge, Endpoint to) {
    this.trust = trust;
    this.judge = judge;
    this.to = to;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    if (!trust.pins().isEmpty() && !trust.pins().contains(Certificates.pin(chain[0]))) {
      throw new TlsFault(
          "the key of "
              + to.hostPort()
              + " is "
              + Certificates.pin(chain[0])
              + ", not the pinned one; if its owner says that the key has changed, pin this one"
              + " with --tls-pin, else somebody stands in between");
    }
    if (judge.isPresent()) {
      requireKnown(judge.get(), chain, type);
      requireName(judge.get(), chain, type, engine);
    }
  }

  private void requireKnown(X509ExtendedTrustManager by, X509Certificate[] chain, String type)
      throws CertificateException {
    try {
      by.checkServerTrusted(chain, type);
      // The JDK asks for no dates of one that is in the file itself.
      requireInDate(new X509Certificate[] {chain[0]});
    } catch (TlsFault e) {
      throw e;
    } catch (CertificateException e) {
      requireInDate(chain);
      boolean own = chain[0].getIssuerX500Principal().equals(chain[0].getSubjectX500Principal());
      throw new TlsFault(
          "the certificate of "
              + to.hostPort()
              + (own
                  ? " is signed by itself"
                  : " is signed by an authority that is not trusted here")
              + "; name the authority's file with --tls-ca, or, if its owner confirms this key, pin"
              + " it with --tls-pin "
              + Certificates.pin(chain[0]),
          e);
    }
  }

  private void requireInDate(X509Certificate[] chain) throws TlsFault {
    for (X509Certificate certificate : chain) {
      String which = certificate.equals(chain[0]) ? "" : "an authority in ";
      try {
        certificate.checkValidity();
      } catch (CertificateExpiredException e) {
        throw new TlsFault(
            dated(which)
                + " expired on "
                + Certificates.day(certificate.getNotAfter())
                + advice(chain),
            e);
      } catch (CertificateNotYetValidException e) {
        String day = Certificates.day(certificate.getNotBefore());
        throw new TlsFault(
            dated(which) + " is valid from " + day + " on; is the clock of this computer right?",
            e);
      }
    }
  }

  private String dated(String which) {
    return which + "the certificate of " + to.hostPort();
  }

  private static String advice(X509Certificate[] chain) {
    return "; its owner has to renew it, or confirm the key for --tls-pin "
        + Certificates.pin(chain[0]);
  }

  private void requireName(
      X509ExtendedTrustManager by, X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    try {
      by.checkServerTrusted(chain, type, engine);
    } catch (CertificateException e) {
      if (e.getCause() != null) {
        throw e;
      }
      // The chain holds without the name, so the name is what is wrong.
      throw new TlsFault(
          "the certificate of "
              + to.hostPort()
              + " is for "
              + Certificates.names(chain[0])
              + ", not for "
              + to.host()
              + "; check the host, or, if its owner confirms this key, pin it with --tls-pin "
              + Certificates.pin(chain[0]),
          e);
    }
  }

  /** Not asked for by an engine; without one no name could be checked. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no engine");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("no engine");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.map(X509ExtendedTrustManager::getAcceptedIssuers).orElse(new X509Certificate[0]);
  }
}
