package org.gruve.pool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of our own and certificates that it signed, made by the JDK's keytool. */
public final class TestCertificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;
  private final Path folder;

  /** Makes all of them in a folder. */
  public TestCertificates(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    make("ca", "-ext", "bc:c", "-validity", "30");
    make("good", "-signer", "ca", "-ext", "san=dns:localhost,dns:pool.test,ip:127.0.0.1");
    make("other", "-signer", "ca", "-ext", "san=dns:other.test,dns:b.test");
    make(
        "expired",
        "-signer",
        "ca",
        "-ext",
        "san=dns:localhost",
        "-startdate",
        "2020/01/01",
        "-validity",
        "30");
    store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      store.load(in, PASSWORD);
    }
  }

  private void make(String alias, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC"));
    command.addAll(
        List.of("-groupname", "secp256r1", "-storetype", "PKCS12", "-storepass", "changeit"));
    command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
    command.addAll(List.of(more));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException("keytool: " + said);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** The authority as a PEM file. */
  public Path authority() throws IOException, GeneralSecurityException {
    String body = Base64.getMimeEncoder().encodeToString(certificate("ca").getEncoded());
    return Files.writeString(
        folder.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  String pin(String alias) throws GeneralSecurityException {
    return Certificates.pin(certificate(alias));
  }

  private X509Certificate certificate(String alias) throws GeneralSecurityException {
    return (X509Certificate) store.getCertificate(alias);
  }

  /** For a server that shows one of them, alone or with the authority after it. */
  public SSLContext server(String alias, boolean alone)
      throws GeneralSecurityException, IOException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, PASSWORD);
    Certificate[] chain =
        alone
            ? new Certificate[] {store.getCertificate(alias)}
            : new Certificate[] {store.getCertificate(alias), store.getCertificate("ca")};
    own.setKeyEntry("key", (PrivateKey) store.getKey(alias, PASSWORD), PASSWORD, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
