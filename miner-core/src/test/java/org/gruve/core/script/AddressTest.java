package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.bitcoinj.base.AddressParser;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.LegacyAddress;
import org.bitcoinj.base.SegwitAddress;
import org.bitcoinj.script.ScriptBuilder;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;

final class AddressTest {
  private static final long SEED = 20261201;

  @Test
  void knowsTheFormsThatHaveAnAddress() {
    String hash20 = "11".repeat(20);
    String hash32 = "22".repeat(32);
    assertThat(
            List.of(
                type("76a914" + hash20 + "88ac"),
                type("a914" + hash20 + "87"),
                type("0014" + hash20),
                type("0020" + hash32),
                type("5120" + hash32),
                type("51024e73"),
                type("51024e74"),
                type("6028" + "33".repeat(40))))
        .containsExactly(
            Address.Type.P2PKH,
            Address.Type.P2SH,
            Address.Type.P2WPKH,
            Address.Type.P2WSH,
            Address.Type.P2TR,
            Address.Type.P2A,
            Address.Type.WITNESS_UNKNOWN,
            Address.Type.WITNESS_UNKNOWN);
  }

  @Test
  void findsNoAddressInOtherScripts() {
    for (String script :
        List.of("", "51", "6a", "0015" + "11".repeat(21), "76a914" + "11".repeat(20) + "88ad")) {
      assertThat(Address.of(Bytes.ofHex(script))).as(script).isEmpty();
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Address(Bytes.EMPTY));
  }

  /** BIP350's address of BIP341's first wallet test vector, and what Core calls an anchor. */
  @Test
  void writesWellKnownAddresses() {
    assertThat(
            new Address(
                    Bytes.ofHex(
                        "512053a1f6e454df1aa2776a2814a721372d6258050de330b3c6d10ee8f4e0dda343"))
                .text(AddressFormat.MAIN))
        .isEqualTo("bc1p2wsldez5mud2yam29q22wgfh9439spgduvct83k3pm50fcxa5dps59h4z5");
    assertThat(new Address(Bytes.ofHex("51024e73")).text(AddressFormat.MAIN))
        .isEqualTo("bc1pfeessrawgf");
    assertThat(new Address(Bytes.ofHex("51024e73")).text(AddressFormat.REGTEST))
        .isEqualTo("bcrt1pfeesnyr2tx");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(refusal("")).contains("neither base58 with a right checksum nor one");
    assertThat(refusal("mzK2FFDEhxqHcmrJw1ysqFkVyhUULo45hZ")).contains("of another network");
    assertThat(refusal("tb1qcrh3yqn4nlleplcez2yndq2ry8h9ncg3qh7n54")).contains("begins with bc1");
    assertThat(refusal("bc1qcrh3yqn4nlleplcez2yndq2ry8h9ncg3qh7n54")).contains("right checksum");
    assertThat(refusal("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P")).contains("16 bytes");
  }

  /** BIP350 has it both ways: the newer checksum for version 0, the older one for version 1. */
  @Test
  void refusesTheChecksumOfAnotherVersion() {
    byte[] values = new byte[33];
    String old = new Bech32("bc", Bytes.of(values), Bech32.Variant.BECH32M).encode();
    assertThat(refusal(old)).contains("checksum of another witness version");
    byte[] one = new byte[53];
    one[0] = 1;
    String newer = new Bech32("bc", Bytes.of(one), Bech32.Variant.BECH32).encode();
    assertThat(refusal(newer)).contains("checksum of another witness version");
  }

  @Test
  void agreesWithBitcoinj() {
    Random random = new Random(SEED);
    AddressParser parser = AddressParser.getDefault(BitcoinNetwork.TESTNET);
    for (int i = 0; i < 500; i++) {
      org.bitcoinj.base.Address theirs = random(random);
      Address ours = Address.parse(theirs.toString(), AddressFormat.TEST);
      assertThat(ours.script().toArray())
          .as("seed %d, %s", SEED, theirs)
          .isEqualTo(ScriptBuilder.createOutputScript(theirs).program());
      assertThat(ours.text(AddressFormat.TEST)).isEqualTo(theirs.toString());
      assertThat(parser.parseAddress(ours.text(AddressFormat.TEST))).isEqualTo(theirs);
    }
  }

  private static org.bitcoinj.base.Address random(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    byte[] hash = Arrays.copyOf(bytes, 20);
    BitcoinNetwork network = BitcoinNetwork.TESTNET;
    return switch (random.nextInt(5)) {
      case 0 -> LegacyAddress.fromPubKeyHash(network, hash);
      case 1 -> LegacyAddress.fromScriptHash(network, hash);
      case 2 -> SegwitAddress.fromHash(network, hash);
      case 3 -> SegwitAddress.fromHash(network, bytes);
      default -> SegwitAddress.fromProgram(network, 1, bytes);
    };
  }

  @Test
  void readsUpperCaseOfWitnessAddressesOnly() {
    String address = "bc1pfeessrawgf";
    assertThat(Address.parse(address.toUpperCase(Locale.ROOT), AddressFormat.MAIN))
        .isEqualTo(Address.parse(address, AddressFormat.MAIN));
    assertThat(refusal("Bc1pfeessrawgf")).contains("not bech32");
  }

  private static Address.Type type(String script) {
    return Address.of(Bytes.ofHex(script)).orElseThrow().type();
  }

  private static String refusal(String text) {
    try {
      return "accepted as " + Address.parse(text, AddressFormat.MAIN);
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage()).orElseThrow();
    }
  }
}
