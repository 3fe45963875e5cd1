package org.gruve.pool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Who vouches for hosts: the system's authorities, or those of a PEM file. */
final class Authorities {
  private static final long MOST_BYTES = 4 << 20;

  private Authorities() {}

  /** The judge of chains, or nothing where the key alone decides. Reads files. */
  static Optional<X509ExtendedTrustManager> of(Trust trust) {
    if (trust.authorities().isEmpty() && !trust.pins().isEmpty()) {
      return Optional.empty();
    }
    try {
      KeyStore store = trust.authorities().isEmpty() ? null : store(trust.authorities().get());
      return Optional.of(judge(store));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot judge certificates", e);
    }
  }

  private static X509ExtendedTrustManager judge(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager judge) {
        return judge;
      }
    }
    throw new GeneralSecurityException("no X.509");
  }

  private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates(file)) {
      store.setCertificateEntry("authority" + number++, certificate);
    }
    return store;
  }

  /** IllegalArgumentException with a sentence where there are none. */
  static Collection<? extends Certificate> certificates(Path file) {
    try {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(file)));
      if (all.isEmpty()) {
        throw refuse(
            file, "holds no certificate; a PEM file has lines -----BEGIN CERTIFICATE-----", null);
      }
      return all;
    } catch (CertificateException e) {
      throw refuse(file, "is no PEM file of certificates (" + e.getMessage() + ")", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refuse(file, "is too large for a file of authorities", null);
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw refuse(file, "is not there", e);
    } catch (AccessDeniedException e) {
      throw refuse(file, "may not be read", e);
    } catch (IOException e) {
      throw refuse(file, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static IllegalArgumentException refuse(
      Path file, String what, @Nullable Throwable cause) {
    return new IllegalArgumentException("the file of authorities " + file + " " + what, cause);
  }
}
