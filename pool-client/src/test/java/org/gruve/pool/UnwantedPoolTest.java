package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools that are left, what is asked of them, and where they may not send us. */
final class UnwantedPoolTest {
  @Test
  void leavesAPoolThatRefusesShareAfterShareAndComesBackWithAFreshHandshake() throws IOException {
    ScriptedPool.Script refusing =
        peer -> {
          peer.handshake("00000001");
          peer.job("1", ScriptedPeer.MAIN_BITS);
          while (true) {
            peer.refuse(peer.expect("mining.submit"), 20, "Wrong colour");
          }
        };
    ScriptedPool.Script serving =
        peer -> {
          assertThat(peer.subscribe("00000002").path("params").size()).isEqualTo(1);
          peer.answer(peer.expect("mining.authorize"), "true");
          peer.job("2", ScriptedPeer.MAIN_BITS);
          peer.listen();
        };
    try (ScriptedPool pool = ScriptedPool.playing(refusing, serving);
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job job = rig.job("1");
      for (int i = 0; i < 10; i++) {
        rig.client.offer(Shares.of(job, 1000 * i));
      }
      PoolEvent.Lost lost = rig.events.await(PoolEvent.Lost.class);
      assertThat(lost.reason()).contains("refused 10 shares in a row", "Wrong colour");
      assertThat(lost.retryIn()).isEqualTo(Duration.ofMinutes(10));
      rig.advance(lost.retryIn());
      rig.job("2");
    }
  }

  @Test
  void warnsOncePerSentenceOfAJobThatPaysTooLittle() {
    List<String> said = new ArrayList<>();
    PayoutGate gate = new PayoutGate(job -> Optional.of("pays " + job.id()), false, said::add);
    for (int round = 0; round < 3; round++) {
      assertThat(gate.refusal(job("little"))).isEmpty();
      assertThat(gate.refusal(job("nothing"))).isEmpty();
    }
    assertThat(said).containsExactly("pays little", "pays nothing");
    for (int i = 0; i < 100; i++) {
      assertThat(gate.refusal(job("" + i))).isEmpty();
    }
    assertThat(said).hasSize(16);
  }

  @Test
  void refusesAJobThatPaysTooLittleWhereThatIsEnforced() {
    List<String> said = new ArrayList<>();
    PayoutGate gate =
        new PayoutGate(
            job -> job.id().equals("bad") ? Optional.of("pays nothing") : Optional.empty(),
            true,
            said::add);
    assertThat(gate.refusal(job("good"))).isEmpty();
    assertThat(gate.refusal(job("bad"))).hasValue("pays nothing");
    assertThat(said).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | 0.0001 | x",
        "d=auto | 0.0001 | d=0.0001",
        "x,d=auto,y | 512 | x,d=512,y",
        "x;d=auto | 1e3 | x;d=1000",
        "x,d=auto | | x",
        "d=automatic | 512 | d=automatic"
      })
  void putsTheDifficultyIntoThePassword(String password, String difficulty, String sent) {
    Difficulty known = difficulty == null ? null : Difficulty.parse(difficulty);
    assertThat(PasswordToken.resolve(password, known)).isEqualTo(sent);
  }

  @Test
  void sendsNothingWhereTheTokenAloneIsUnknown() {
    assertThat(PasswordToken.resolve("d=auto", null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true", "::1, true", "10.1.2.3, true", "192.168.0.9, true", "169.254.1.1, true",
    "100.64.0.1, true", "fd00::1, true", "fe80::1, true", "localhost, true", "a.local, true",
    "::ffff:127.0.0.1, true", "192.0.2.1, false", "2001:db8::1, false", "pool.example, false"
  })
  void knowsInnerHosts(String host, boolean inner) {
    assertThat(InnerHosts.isInner(host)).isEqualTo(inner);
  }

  @Test
  void findsNoInnerAddressBehindAnOuterName() throws IOException {
    Names names = _ -> new InetAddress[] {address("127.0.0.1"), address("192.0.2.1")};
    assertThat(InnerHosts.without(names).lookup("pool.example"))
        .containsExactly(address("192.0.2.1"));
  }

  private static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }

  private static Job job(String id) {
    return new Job(
        id,
        new HeaderTemplate(4, Hash256.of(new byte[32], 0), 0, 0x207fffff),
        new MerkleSource.Coinbase(Bytes.EMPTY, 4, Bytes.EMPTY, List.of()),
        0,
        Target.MAX,
        true,
        new JobOrigin() {});
  }
}
