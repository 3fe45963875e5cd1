package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * {@code -o}, {@code -u} and {@code -p} in the order in which they were written: a user or password
 * belongs to the URL before it, or to all that have none when it comes before any.
 */
final class PoolArguments {
  /** A pool as written; empty texts where nothing was said. */
  record Entry(String url, String user, String password) {}

  @Option(
      names = {"-o", "--url"},
      paramLabel = "URL",
      parameterConsumer = InOrder.class,
      description =
          "A pool, stratum+tcp://HOST:PORT; repeat it for the pools to try next when one fails.")
  private final List<String> urls = new ArrayList<>();

  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER",
      parameterConsumer = InOrder.class,
      description = "User at the pool of the -o before it; before any -o, at all pools.")
  private final List<String> users = new ArrayList<>();

  @Option(
      names = {"-p", "--pass"},
      paramLabel = "PASS",
      parameterConsumer = InOrder.class,
      description = "Password at the pool of the -o before it; before any -o, at all pools [x].")
  private final List<String> passwords = new ArrayList<>();

  /** The pools, with the users and passwords that belong to them. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i < urls.size(); i++) {
      entries.add(new Entry(urls.get(i), pick(users, i), pick(passwords, i)));
    }
    return entries;
  }

  /** The user that was given before any {@code -o}, or empty. */
  String defaultUser() {
    return users.isEmpty() ? "" : users.getFirst();
  }

  private static String pick(List<String> texts, int pool) {
    return texts.get(pool).isEmpty() ? texts.getFirst() : texts.get(pool);
  }

  /** Slot 0 holds what came before any URL, slot n what belongs to the n-th. */
  private void take(ArgSpec option, String value) {
    openSlot();
    if (is(option, "--url")) {
      openNext(value);
    } else if (is(option, "--user")) {
      users.set(users.size() - 1, value);
    } else {
      passwords.set(passwords.size() - 1, value);
    }
  }

  private void openSlot() {
    if (urls.isEmpty()) {
      openNext("");
    }
  }

  private void openNext(String url) {
    urls.add(url);
    users.add("");
    passwords.add("");
  }

  private static boolean is(ArgSpec option, String name) {
    return option instanceof picocli.CommandLine.Model.OptionSpec spec
        && spec.longestName().equals(name);
  }

  /** Picocli's own lists would lose the order between the three options. */
  static final class InOrder implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's signature asks for a Stack.
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      String name = ((picocli.CommandLine.Model.OptionSpec) option).longestName();
      if (args.isEmpty() || command.findOption(args.peek()) != null) {
        throw new ParameterException(command.commandLine(), name + " needs a value");
      }
      PoolArguments pools = ((MineCommand) command.userObject()).pools();
      pools.take(option, args.pop());
    }
  }
}
