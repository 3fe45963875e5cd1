package org.gruve.kernels.secp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.secp256k1.Secp256k1;
import java.lang.reflect.Proxy;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SignaturesTest {
  /**
   * The right answer to the tweak of the self-test, but for its y, of which only the end counts.
   */
  private static final byte[] SUM =
      HexFormat.of()
          .parseHex(
              "04147c9c57132f6e7ecddba9800bb0c4449251c92a1e60371ee77557b6620f3ea3"
                  + "00".repeat(31)
                  + "01");

  @Test
  void goesWithoutALibraryThatDoesNotLoad() {
    Throwable cause = new UnsatisfiedLinkError("no libsecp256k1-jni");
    Signatures choice = Signatures.of(new Secp256k1Library(null, cause));
    assertThat(choice.isAvailable()).isFalse();
    assertThat(choice.unavailabilityCause()).containsSame(cause);
    assertThat(choice.verifier().name()).isEqualTo("bouncycastle");
  }

  @Test
  void tellsTheLastCauseOfALibraryThatDoesNotLoad() {
    Throwable inner = new UnsatisfiedLinkError("no library\nfor this machine");
    Throwable outer = new ExceptionInInitializerError(inner);
    assertThat(Secp256k1Library.unloaded(outer))
        .hasMessage("it does not load: UnsatisfiedLinkError: no library")
        .hasCause(outer);
  }

  @Test
  void goesWithoutALibraryThatAcceptsForgeries() {
    assertThat(refusal(true)).contains("of the known forgeries it accepts number");
  }

  @Test
  void goesWithoutALibraryThatRefusesSignatures() {
    assertThat(refusal(false)).contains("of the known signatures it refuses number 0");
  }

  private static String refusal(boolean answer) {
    Signatures choice = Signatures.of(new Secp256k1Library(answering(answer), null));
    assertThat(choice.verifier().name()).isEqualTo("bouncycastle");
    return String.valueOf(choice.unavailabilityCause().orElseThrow().getMessage());
  }

  /** Says the same to whatever it is asked. */
  private static Secp256k1 answering(boolean answer) {
    return (Secp256k1)
        Proxy.newProxyInstance(
            Secp256k1.class.getClassLoader(),
            new Class<?>[] {Secp256k1.class},
            (_, method, _) -> method.getReturnType() == boolean.class ? answer : SUM.clone());
  }
}
