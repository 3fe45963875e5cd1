package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;

/** A client that does each thing wrong once and is refused with that thing's code. */
class ScriptedClientTest {
  private static final Target TARGET = Difficulty.parse("1e-9").target();

  private final Server server = Server.live();

  ScriptedClientTest() {
    server.session.difficulty(Difficulty.parse("1e-9"));
    server.session.job(Server.job("now", false));
  }

  /** The first nonce from here on that meets, or misses, the target. */
  private static int nonce(boolean meets, int from, int version) {
    Hash256 root =
        Sha256d.hash(
            Bytes.ofHex(Client.COINB1 + "f8a1d721" + "00000001" + Client.COINB2).toArray());
    for (int nonce = from; ; nonce++) {
      BlockHeader header =
          new BlockHeader(
              version,
              Server.HEADER.prevHash(),
              root,
              Server.HEADER.time(),
              Server.HEADER.nbits(),
              nonce);
      if (TARGET.isMetBy(header.hash()) == meets) {
        return nonce;
      }
    }
  }

  private int submit(String job, int nonce, String more) {
    server.submit("'u','%s','00000001','6b02b894','%08x'%s".formatted(job, nonce, more));
    return server.code();
  }

  @Test
  void isRefusedForEachMistakeWithItsCode() {
    int good = nonce(true, 0, 0x20000000);
    int wrong = nonce(false, good + 1, 0x20000000);
    assertThat(
            List.of(
                submit("now", good, ""),
                submit("gone", good, ""),
                submit("now", good, ""),
                submit("now", wrong, ""),
                submit("now", good, ",'10000000'"),
                submit("now", nonce(true, 0, 0x20002000), ",'00002000'")))
        .containsExactly(0, 21, 22, 23, 20, 0);

    server.session.job(Server.job("next", true));
    assertThat(submit("now", nonce(true, good + 1, 0x20000000), "")).isEqualTo(21);
  }

  @Test
  void isRefusedForTheNonceOfAnotherVersion() {
    int plain = nonce(true, 0, 0x20000000);
    while (plain == nonce(true, plain, 0x20008000)) {
      plain = nonce(true, plain + 1, 0x20000000);
    }

    assertThat(submit("now", plain, ",'00008000'")).isEqualTo(23);
  }
}
