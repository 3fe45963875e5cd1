package org.gruve.pool;

import java.security.cert.CertificateException;

/** Why nobody is trusted here, in one sentence for the user. */
final class TlsFault extends CertificateException {
  private static final long serialVersionUID = 1L;

  TlsFault(String sentence) {
    super(sentence);
  }

  TlsFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
