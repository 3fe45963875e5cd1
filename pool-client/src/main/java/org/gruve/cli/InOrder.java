package org.gruve.cli;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Hands options to their command one by one: picocli's own lists would lose the order. */
final class InOrder implements IParameterConsumer {
  @Override
  @SuppressWarnings("JdkObsolete") // picocli's signature asks for a Stack.
  public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
    String name = ((OptionSpec) option).longestName();
    if (args.isEmpty() || command.optionsMap().containsKey(args.peek())) {
      throw new ParameterException(command.commandLine(), name + " needs a value");
    }
    ((PlaceSink) command.userObject()).take(name.substring(2), args.pop());
  }
}
