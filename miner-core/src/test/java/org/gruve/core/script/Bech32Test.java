package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class Bech32Test {
  private static final long SEED = 20261130;

  /** BIP173, "Test vectors". */
  @Test
  void readsAndWritesBech32() {
    Stream.of(
            "A12UEL5L",
            "a12uel5l",
            "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
            "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
            "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
            "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
            "?1ezyfcl")
        .forEach(text -> readsAndWrites(text, Bech32.Variant.BECH32));
  }

  /** BIP350, "Test vectors for Bech32m". */
  @Test
  void readsAndWritesBech32m() {
    Stream.of(
            "A1LQFN3A",
            "a1lqfn3a",
            "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6",
            "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
            "11llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllludsr8",
            "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
            "?1v759aa")
        .forEach(text -> readsAndWrites(text, Bech32.Variant.BECH32M));
  }

  /** BIP173 and BIP350: what is invalid, and why. */
  @Test
  void refusesWhatIsNotWellFormed() {
    Stream.of(
            " 1nwldj5",
            "\u007f1axkwrx",
            "\u00801eym55h",
            "an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx",
            "pzry9x0s0muk",
            "1pzry9x0s0muk",
            "x1b4n0q5v",
            "li1dgmt3",
            "de1lg7wt\u00ff",
            "A1G7SGD8",
            "10a06t8",
            "1qzzfhee",
            "a12UEL5L",
            "in1muywd",
            "mm1crxm3i",
            "au1s5cgom",
            "M1VUXWEZ",
            "16plkw9",
            "1p2gdwpf",
            "")
        .forEach(text -> assertThat(Bech32.decode(text)).as(text).isNull());
  }

  @Test
  void findsFourWrongCharacters() {
    Random random = new Random(SEED);
    String characters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
      for (int wrong = 1 + random.nextInt(4); wrong > 0; wrong--) {
        int at = 3 + random.nextInt(text.length() - 3);
        int now = characters.indexOf(text.charAt(at));
        text.setCharAt(at, characters.charAt((now + 1 + random.nextInt(31)) % 32));
      }
      boolean same = text.toString().equals("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
      Bech32 decoded = Bech32.decode(text.toString());
      boolean found = decoded == null || decoded.variant() != Bech32.Variant.BECH32;
      assertThat(found || same).as("seed %d, %s", SEED, text).isTrue();
    }
  }

  private static void readsAndWrites(String text, Bech32.Variant variant) {
    Bech32 decoded = Objects.requireNonNull(Bech32.decode(text), text);
    assertThat(decoded.variant()).isEqualTo(variant);
    assertThat(decoded.encode()).isEqualTo(text.toLowerCase(Locale.ROOT));
  }
}
