package org.gruve.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gruve completion}: the script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = "Prints a completion script; use it with: source <(gruve completion bash)")
final class CompletionCommand implements Callable<Integer> {
  /** The shells that the script serves. */
  enum Shell {
    bash,
    zsh
  }

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (shell == Shell.zsh) {
      terminal.out().println("autoload -U +X compinit && compinit");
    }
    terminal.out().print(AutoComplete.bash("gruve", spec.root().commandLine()));
    return ExitCode.OK.code();
  }
}
