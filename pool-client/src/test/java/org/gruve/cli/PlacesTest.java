package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gruve.pool.PayoutCheck;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacesTest {
  private static final String ADDRESS = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
  private static final String PIN = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private final CommandLineHarness gruve = new CommandLineHarness();
  @TempDir Path folder;

  @Test
  void bindsTheWayToTheUrlBeforeIt() {
    mine(
        "-x socks5://p:9050 -o a:1 -u me --tls-pin "
            + PIN
            + " --pool-device cpu -o b:2 -u me -x http://me:secret@q:8080 --strategy failover");
    assertThat(account(0).way().proxy())
        .contains(new Proxy(Proxy.Kind.SOCKS5, "p", 9050, Optional.empty()));
    assertThat(account(0).way().trust().pins()).containsExactly(PIN);
    assertThat(gruve.mined().places().getFirst().devices()).containsExactly("cpu");
    assertThat(account(1).way().proxy())
        .contains(new Proxy(Proxy.Kind.HTTP, "q", 8080, Optional.of("me:secret")));
    assertThat(account(1).way().trust().pins()).isEmpty();
    assertThat(gruve.mined().places().getLast().devices()).isEmpty();
  }

  @Test
  void pinsInTheOneFormThatIsCompared() {
    mine("-o a:1 -u me --tls-pin SHA256/" + PIN.substring(7, PIN.length() - 1));
    assertThat(account(0).way().trust().pins()).containsExactly(PIN);
  }

  @Test
  void readsAPasswordFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("pw"), "hunter2\nnot this\n");
    mine("-o a:1 -u me --pass-file " + file);
    assertThat(account(0).password()).isEqualTo("hunter2");
    assertThat(gruve.run("mine", "-o", "a:1", "-u", "me", "--pass-file", "/nowhere/pw"))
        .isEqualTo(2);
    assertThat(gruve.err()).contains("--pass-file: cannot read /nowhere/pw: it does not exist");
  }

  @Test
  void findsTheCookieOfANodeOnThisMachineByItsPort() throws IOException {
    Path cookie = folder.resolve(".bitcoin/testnet4/.cookie");
    Files.createDirectories(folder.resolve(".bitcoin/testnet4"));
    Files.writeString(cookie, "__cookie__:secret");
    gruve.environment.put("HOME", folder.toString());
    mine("-o http://127.0.0.1:48332 --coinbase-addr " + ADDRESS + " --coinbase-tag hello");
    Place.Node node = (Place.Node) gruve.mined().places().getFirst();
    assertThat(node.address().cookie()).contains(cookie);
    assertThat(gruve.mined().remarks()).singleElement().asString().contains(cookie.toString());
    assertThat(gruve.mined().coinbase().orElseThrow().address()).isEqualTo(ADDRESS);
  }

  @Test
  void takesTheUserOfANode() throws IOException {
    Path file = Files.writeString(folder.resolve("pw"), "p@ss:word\n");
    mine("-o http://node:8332 -u a:b --pass-file " + file + " --btc-address " + ADDRESS);
    Place.Node node = (Place.Node) gruve.mined().places().getFirst();
    assertThat(node.address().credentials()).contains("a:b:p@ss:word");
    assertThat(node.toString()).doesNotContain("p@ss");
  }

  @Test
  void looksForThePayoutToThePoolsUser() {
    mine("-o a:1 -u " + ADDRESS + ".rig1 --check-payout enforce --payout-min 98");
    PayoutCheck check = gruve.mined().policy().payout().orElseThrow();
    assertThat(check.mode()).isEqualTo(PayoutCheck.Mode.ENFORCE);
    assertThat(check.address()).isEqualTo(ADDRESS);
    assertThat(check.leastPercent()).isEqualTo(98);
    mine("-o a:1 -u me --check-payout warn --payout-addr " + ADDRESS);
    assertThat(gruve.mined().policy().payout()).isPresent();
    mine("-o a:1 -u me");
    assertThat(gruve.mined().policy().payout()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-o http://127.0.0.1:8332 -u u -p p; mining on the node http://127.0.0.1:8332/ needs an"
            + " address",
        "-o http://127.0.0.1:18443 --coinbase-addr ADDR; needs a login, and there is no",
        "-o http://127.0.0.1:1 --coinbase-addr ADDR; port 1 does not tell which cookie",
        "-o http://far:8332 --coinbase-addr ADDR; needs a login; name its cookie",
        "-o http://127.0.0.1:8332 -u u --rpc-cookie-file f --coinbase-addr ADDR; exclude each"
            + " other",
        "-o http://u:p@127.0.0.1:8332 -u u -p p --coinbase-addr ADDR; exclude each other",
        "-o http://127.0.0.1:8332 -u u --coinbase-addr ADDR; needs the password of its user",
        "-o http://127.0.0.1:8332 -u u -p p --coinbase-addr"
            + " bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt081; --coinbase-addr: ",
        "-o a:1 -u me --coinbase-addr ADDR; --coinbase-addr is for mining on your own node",
        "-o a:1 -u me --quota 3; --quota is read with --strategy quota only",
        "-o a:1 -u me --strategy quota --quota 0; --quota needs a whole number",
        "-o a:1 -u me --strategy both; --strategy is failover or quota",
        "-o a:1 -u me -x proxy:9050; --proxy is socks5://HOST:PORT",
        "-o a:1 -u me -x socks4://p:1; SOCKS 4",
        "-o a:1 -u me -x socks5://p:70000; is no port",
        "-o a:1 -u me --tls-pin sha256/abc; --tls-pin is sha256/",
        "-o a:1 -u me --tls-pin md5/abc; --tls-pin is sha256/",
        "-o a:1 -u me --tls-ca /nowhere/ca.pem; --tls-ca: the file /nowhere/ca.pem does not exist",
        "-o a:1 -u me -p x --pass-file f; --pass and --pass-file exclude each other",
        "-o a:1 -u me --rpc-cookie-file f; --rpc-cookie-file is for nodes",
        "-o a:1 -u me --check-payout maybe; --check-payout is off, warn or enforce",
        "-o a:1 -u me --check-payout warn; needs an address, and the user 'me' is none",
        "-o a:1 -u me -o b:2 -u you --check-payout warn; needs one address",
        "-o a:1 -u me --payout-addr ADDR; --payout-addr is read with --check-payout",
        "-o a:1 -u me --check-payout warn --payout-addr ADDR --payout-min 101; --payout-min needs",
        "-o a:1 -u me --allow-reconnect b:3333; --allow-reconnect needs a host",
        "-o a:1 -u me --tls-pn x; did you mean --tls-pin?",
      })
  void tellsAMistakeInOneSentence(String options, String sentence) {
    assertThat(gruve.run(("mine " + options.replace("ADDR", ADDRESS)).split(" "))).isEqualTo(2);
    assertThat(gruve.err()).contains(sentence).hasLineCount(1);
    assertThat(gruve.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x socks5:://me:hunter2@p",
        "-x ftp://me:hunter2@p:1",
        "-o http://me:hunter2@node",
        "-o stratum+tcp://me:hunter2@pool:1"
      })
  void repeatsNoSecret(String options) {
    assertThat(gruve.run(("mine -o a:1 -u me " + options).split(" "))).isEqualTo(2);
    assertThat(gruve.err()).doesNotContain("hunter2").hasLineCount(1);
  }

  @Test
  void testsAPoolWithoutAUser() {
    assertThat(gruve.run("pool", "test", "stratum+tcp://a:1", "-x", "socks5:p:9050")).isZero();
    TrialRequest request = (TrialRequest) gruve.requests.getLast();
    assertThat(((Place.Pool) request.place()).account().user()).isEqualTo("gruve");
    assertThat(((Place.Pool) request.place()).account().way().proxy()).isPresent();
    assertThat(gruve.run("pool", "test")).isEqualTo(2);
    assertThat(gruve.run("pool")).isEqualTo(2);
  }

  private void mine(String options) {
    assertThat(gruve.run(("mine " + options).split(" "))).as(gruve.err()).isZero();
  }

  private PoolAccount account(int index) {
    List<Place> places = gruve.mined().places();
    return ((Place.Pool) places.get(index)).account();
  }
}
