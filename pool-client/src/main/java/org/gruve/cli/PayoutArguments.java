package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gruve.pool.PayoutCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether to look into jobs for who is paid. */
final class PayoutArguments {
  private static final String ADDRESS = "--payout-addr";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--check-payout",
      paramLabel = "off|warn|enforce",
      description =
          "Look into each pool's coinbase for what it pays to you, and warn or leave the pool where"
              + " it is too little; for pools that pay in the block itself [off].")
  private String mode = "off";

  @Option(
      names = ADDRESS,
      paramLabel = "ADDRESS",
      description = "The address to look for [the pool user's part before the first dot].")
  private @Nullable String address;

  @Option(
      names = "--payout-min",
      paramLabel = "PERCENT",
      description = "How much of the block's value must go there [90].")
  private String least = "90";

  /** What to check, in the jobs of these pools. */
  Optional<PayoutCheck> check(List<Place> places) {
    int percent = OptionText.wholeNumber("--payout-min", least, 1, 100);
    Optional<PayoutCheck.Mode> wanted = mode();
    if (wanted.isEmpty() && command.commandLine().getParseResult().hasMatchedOption(ADDRESS)) {
      throw new Failure(
          ExitCode.USAGE, "--payout-addr is read with --check-payout warn or enforce only");
    }
    if (places.stream().noneMatch(place -> place instanceof Place.Pool)) {
      return Optional.empty();
    }
    return wanted.map(
        one -> {
          String whose = address == null ? ofUsers(places) : address;
          return new PayoutCheck(one, AnyAddress.script("--payout-addr", whose), whose, percent);
        });
  }

  private Optional<PayoutCheck.Mode> mode() {
    return switch (mode) {
      case "off" -> Optional.empty();
      case "warn" -> Optional.of(PayoutCheck.Mode.WARN);
      case "enforce" -> Optional.of(PayoutCheck.Mode.ENFORCE);
      default ->
          throw new Failure(
              ExitCode.USAGE, "--check-payout is off, warn or enforce, not '" + mode + "'");
    };
  }

  private static String ofUsers(List<Place> places) {
    List<String> users =
        places.stream()
            .filter(place -> place instanceof Place.Pool)
            .map(place -> ((Place.Pool) place).account().user().replaceFirst("\\..*", ""))
            .distinct()
            .toList();
    if (users.size() == 1 && AnyAddress.script(users.getFirst()).isPresent()) {
      return users.getFirst();
    }
    throw new Failure(ExitCode.USAGE, whyNone(users), "add --payout-addr ADDRESS");
  }

  private static String whyNone(List<String> users) {
    return switch (users.size()) {
      case 1 -> "--check-payout needs an address, and the user '" + users.getFirst() + "' is none";
      default ->
          users.stream()
              .collect(
                  Collectors.joining(
                      "', '", "--check-payout needs one address, and there are the users '", "'"));
    };
  }
}
