package org.gruve.pool;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.gruve.stratum.PoolText;

/** What certificates say, in words. All of it is sanitised. */
final class Certificates {
  private static final int MOST_NAMES = 5;
  private static final int LONGEST = 64;
  private static final int DNS = 2;
  private static final int IP = 7;

  private Certificates() {}

  /** {@code sha256/} and the base64 of the hash of the SubjectPublicKeyInfo. */
  static String pin(X509Certificate certificate) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
      return "sha256/" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** For whom it is, until when, and its pin. */
  static String text(X509Certificate certificate) {
    return "certificate for "
        + names(certificate)
        + " until "
        + day(certificate.getNotAfter())
        + ", pin "
        + pin(certificate);
  }

  /** The day in UTC. */
  static String day(Date date) {
    return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** The hosts that it is for, or its subject where it names none. */
  static String names(X509Certificate certificate) {
    List<String> names;
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      names =
          all == null
              ? List.of()
              : all.stream().filter(Certificates::isHost).map(n -> clean(n.get(1))).toList();
    } catch (CertificateParsingException e) {
      return "unreadable names (" + clean(e) + ")";
    }
    if (names.isEmpty()) {
      return clean(certificate.getSubjectX500Principal().getName());
    }
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() > MOST_NAMES ? first + " and others" : first;
  }

  private static boolean isHost(List<?> name) {
    return name.get(0) instanceof Integer kind && (kind == DNS || kind == IP);
  }

  private static String clean(Object text) {
    return PoolText.clean(String.valueOf(text), LONGEST);
  }
}
