package org.gruve.node;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.gruve.stratum.PoolText;
import tools.jackson.databind.JsonNode;

/**
 * Where mined coins go.
 *
 * @param address as the user wrote it
 * @param script what stands in the coinbase's output
 */
public record Payout(String address, Bytes script) {
  /** The longest bech32 address has 90 characters. */
  private static final int MOST_CHARACTERS = 90;

  /** Reads an address of a chain; IllegalArgumentException, with a sentence, where it is none. */
  public static Payout parse(String address, Chain chain) {
    Optional<Payout> payout = read(address, chain.addresses());
    if (payout.isEmpty() && readable(address).isPresent()) {
      String here = ", and the node is on " + chain.id() + "; give an address of that";
      throw refused(address, "is of " + chains(address) + here);
    }
    return payout.orElseThrow(() -> unreadable(address));
  }

  /**
   * Reads an address of any chain, for when the node's is not known yet; IllegalArgumentException,
   * with a sentence, where it is none.
   */
  public static Payout anyNetwork(String address) {
    return readable(address)
        .flatMap(format -> read(address, format))
        .orElseThrow(() -> unreadable(address));
  }

  /**
   * What is wrong with the node's own view of the address, in one sentence.
   *
   * @param validated the result of its validateaddress
   */
  public Optional<String> fault(JsonNode validated, Chain chain) {
    boolean valid = validated.path("isvalid").asBoolean(false);
    if (!valid && !validated.has("error") && chain == Chain.REGTEST) {
      // bcoin writes regtest's addresses in a way of its own, and Core always says what is wrong.
      return Optional.empty();
    }
    if (!valid) {
      String why = PoolText.clean(validated.path("error").asString("no reason given"));
      return Optional.of("the node calls the address " + address + " invalid: " + why);
    }
    String theirs = validated.path("scriptPubKey").asString("");
    return theirs.equalsIgnoreCase(script.hex())
        ? Optional.empty()
        : Optional.of(
            "the node reads the address "
                + address
                + " as another script ("
                + PoolText.clean(theirs, 80)
                + ") than we do ("
                + script
                + "); nothing is mined to it");
  }

  /** Nothing where it is none of this format; what could be anyone's is refused. */
  private static Optional<Payout> read(String address, AddressFormat format) {
    if (address.isEmpty() || address.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Address parsed;
    try {
      parsed = Address.parse(address, format);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return switch (parsed.type()) {
      case P2PKH, P2SH, P2WPKH, P2WSH, P2TR -> Optional.of(new Payout(address, parsed.script()));
      case P2A -> throw refused(address, "is an anchor, whose coins anyone may spend");
      case WITNESS_UNKNOWN ->
          throw refused(
              address, "is of a witness version without rules yet: anyone may spend its coins");
    };
  }

  private static Optional<AddressFormat> readable(String address) {
    return Stream.of(AddressFormat.values())
        .filter(format -> read(address, format).isPresent())
        .findFirst();
  }

  private static String chains(String address) {
    return Arrays.stream(Chain.values())
        .filter(chain -> read(address, chain.addresses()).isPresent())
        .map(Chain::id)
        .collect(Collectors.joining(" or "));
  }

  /** Says what is wrong in the words of the network that it looks like. */
  private static IllegalArgumentException unreadable(String address) {
    if (address.isBlank() || address.length() > MOST_CHARACTERS) {
      return new IllegalArgumentException(
          "a payout address has up to 90 characters, not " + address.length());
    }
    try {
      Address.Type type = Address.parse(address, likely(address)).type();
      return refused(address, "is of a kind that is not paid here: " + type);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage()).replaceFirst("^an address that ", "");
      return refused(address, why);
    }
  }

  private static AddressFormat likely(String address) {
    String small = address.toLowerCase(Locale.ROOT);
    if (small.startsWith("bcrt1")) {
      return AddressFormat.REGTEST;
    }
    return small.startsWith("tb1") ? AddressFormat.TEST : AddressFormat.MAIN;
  }

  private static IllegalArgumentException refused(String address, String what) {
    return new IllegalArgumentException(
        "the payout address " + PoolText.clean(address, MOST_CHARACTERS) + " " + what);
  }
}
