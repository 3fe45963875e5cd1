package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class PayoutTest {
  /** Keys and hashes out of thin air. */
  private static final Map<Address.Type, String> SCRIPTS =
      Map.of(
          Address.Type.P2PKH, "76a914" + "11".repeat(20) + "88ac",
          Address.Type.P2SH, "a914" + "22".repeat(20) + "87",
          Address.Type.P2WPKH, "0014" + "33".repeat(20),
          Address.Type.P2WSH, "0020" + "44".repeat(32),
          Address.Type.P2TR, "5120" + "55".repeat(32),
          Address.Type.P2A, "51024e73",
          Address.Type.WITNESS_UNKNOWN, "5220" + "66".repeat(32));

  static final Set<Address.Type> PAID =
      EnumSet.complementOf(EnumSet.of(Address.Type.P2A, Address.Type.WITNESS_UNKNOWN));

  static Bytes script(Address.Type type) {
    return Bytes.ofHex(SCRIPTS.getOrDefault(type, ""));
  }

  static String address(Address.Type type, AddressFormat format) {
    return new Address(script(type)).text(format);
  }

  @Test
  void readsEveryTypeOnEveryChain() {
    for (Chain chain : Chain.values()) {
      for (Address.Type type : PAID) {
        String address = address(type, chain.addresses());
        assertThat(Payout.parse(address, chain)).isEqualTo(new Payout(address, script(type)));
        assertThat(Payout.anyNetwork(address)).isEqualTo(new Payout(address, script(type)));
      }
    }
  }

  @Test
  void saysWhichChainAnAddressIsOf() {
    String main = address(Address.Type.P2TR, AddressFormat.MAIN);
    assertThatThrownBy(() -> Payout.parse(main, Chain.REGTEST))
        .hasMessage(
            "the payout address %s is of main, and the node is on regtest; give an address of that",
            main);
    String test = address(Address.Type.P2PKH, AddressFormat.TEST);
    assertThatThrownBy(() -> Payout.parse(test, Chain.MAIN))
        .hasMessageContaining("is of test or testnet4 or signet or regtest, and the node is on");
    String regtest = address(Address.Type.P2WPKH, AddressFormat.REGTEST);
    assertThatThrownBy(() -> Payout.parse(regtest, Chain.TESTNET4))
        .hasMessageContaining("is of regtest, and the node is on testnet4");
    assertThat(Payout.parse(test, Chain.REGTEST).script()).isEqualTo(script(Address.Type.P2PKH));
  }

  @Test
  void refusesWhatAnyoneMaySpend() {
    for (Chain chain : Chain.values()) {
      for (Address.Type type : List.of(Address.Type.P2A, Address.Type.WITNESS_UNKNOWN)) {
        String address = address(type, chain.addresses());
        assertThatThrownBy(() -> Payout.parse(address, chain)).hasMessageContaining("anyone may");
        assertThatThrownBy(() -> Payout.anyNetwork(address)).hasMessageContaining("anyone may");
      }
    }
  }

  @Test
  void refusesEveryChangedLetter() {
    for (Address.Type type : PAID) {
      String address = address(type, AddressFormat.MAIN);
      for (int i = 0; i < address.length(); i++) {
        char other = address.charAt(i) == 'q' ? 'p' : 'q';
        String changed = address.substring(0, i) + other + address.substring(i + 1);
        assertThatThrownBy(() -> Payout.parse(changed, Chain.MAIN))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("the payout address ");
        assertThatThrownBy(() -> Payout.anyNetwork(changed))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void refusesWhatIsNoAddressWithoutRepeatingEscapes() {
    for (String text : List.of("", " ", "x".repeat(100_000), "bc1", "1", "a.worker", "\u001b[2J")) {
      assertThatThrownBy(() -> Payout.anyNetwork(text))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .doesNotContain("\u001b")
          .hasSizeLessThan(300);
    }
  }

  @Test
  void agreesWithWhatTheNodeReads() {
    for (Address.Type type : PAID) {
      String address = address(type, AddressFormat.REGTEST);
      Payout payout = Payout.parse(address, Chain.REGTEST);
      assertThat(payout.fault(Recorded.result("validateaddress-" + type), Chain.REGTEST)).isEmpty();
      assertThat(
              payout.fault(Recorded.result("validateaddress-invalid"), Chain.REGTEST).orElseThrow())
          .startsWith("the node calls the address " + address + " invalid: ");
      for (Address.Type other : PAID) {
        assertThat(
                payout
                    .fault(Recorded.result("validateaddress-" + other), Chain.REGTEST)
                    .isPresent())
            .isEqualTo(other != type);
      }
    }
  }

  @Test
  void forgivesOnlyRegtestsAddressesToANodeThatWritesThemAnotherWay() {
    JsonNode bare = JsonNodeFactory.instance.objectNode().put("isvalid", false);
    for (Chain chain : Chain.values()) {
      for (Address.Type type : PAID) {
        Payout payout = Payout.parse(address(type, chain.addresses()), chain);
        assertThat(payout.fault(bare, chain).isEmpty()).isEqualTo(chain == Chain.REGTEST);
      }
    }
  }
}
