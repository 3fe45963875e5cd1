package org.gruve.cli;

import java.io.InputStream;
import java.time.InstantSource;
import org.gruve.cli.ValidateRequest.Manner;
import org.gruve.kernels.secp.Signatures;
import org.gruve.node.NodeException;
import org.gruve.validate.ChainMerge;
import org.gruve.validate.Findings.Outcome;
import org.gruve.validate.InputException;
import org.gruve.validate.Means;
import org.gruve.validate.Result;

/** Validates, prints what was found, and turns it into an exit code. */
final class ValidateAction {
  private final Terminal terminal;
  private final ValidateInputs inputs;

  ValidateAction(Terminal terminal, InputStream stdin) {
    this(terminal, stdin, InstantSource.system());
  }

  /** Takes the time from a test. */
  ValidateAction(Terminal terminal, InputStream stdin, InstantSource clock) {
    this.terminal = terminal;
    this.inputs = new ValidateInputs(terminal, stdin, clock);
  }

  /** Returns the exit code. */
  ExitCode run(ValidateRequest request, boolean plain) {
    try {
      if (request instanceof ValidateRequest.Rewrite rewrite) {
        return cost(rewrite);
      }
      try (Means means = Means.of(Signatures.best().verifier(), request.manner().threads())) {
        Result result = result(request, means);
        means.signatures().fault().ifPresent(this::warn);
        return tell(result, means.signatures().name(), request.manner(), plain);
      }
    } catch (InputException e) {
      throw new Failure(exit(e), e.sentence()).because(e);
    } catch (NodeException e) {
      throw new Failure(ExitCode.OTHER, e.sentence()).because(e);
    }
  }

  private Result result(ValidateRequest request, Means means) {
    return switch (request) {
      case ValidateRequest.Header header -> inputs.check(header).result();
      case ValidateRequest.Headers headers -> inputs.check(headers).result();
      case ValidateRequest.Block block -> new BlockLookup(inputs, block).check(means);
      case ValidateRequest.Tx tx -> new TransactionLookup(inputs, tx).check(means);
      case ValidateRequest.Chain chain -> new ChainLookup(terminal, inputs, chain).check(means);
      case ValidateRequest.Merge merge ->
          ChainMerge.of(
              merge.reports().stream()
                  .map(report -> inputs.file(report, ChainMerge.MOST_BYTES))
                  .toList());
      case ValidateRequest.Proof proof -> inputs.check(proof);
      case ValidateRequest.Rewrite _ -> throw new IllegalStateException("a cost is no validation");
    };
  }

  /** Nothing is wrong with the result, which the reference then gave; but with this machine. */
  private void warn(RuntimeException fault) {
    terminal.err().println("gruve: signatures were verified again: " + Failure.sentence(fault));
  }

  private ExitCode tell(Result result, String backend, Manner manner, boolean plain) {
    if (manner.json()) {
      terminal.out().println(ValidateJson.of(result, backend));
    } else {
      Style style = new Style(terminal.colours() && !plain);
      ValidateText.of(result, backend, style).forEach(terminal.out()::println);
    }
    return exit(result.findings().outcome());
  }

  private ExitCode cost(ValidateRequest.Rewrite request) {
    RewriteText text = new RewriteText(inputs.cost(request), request.hashrate(), request.share());
    if (request.manner().json()) {
      terminal.out().println(text.json());
    } else {
      text.lines().forEach(terminal.out()::println);
    }
    return ExitCode.OK;
  }

  private static ExitCode exit(Outcome outcome) {
    return switch (outcome) {
      case VALID -> ExitCode.OK;
      case INCOMPLETE -> ExitCode.INCOMPLETE;
      case INVALID -> ExitCode.INVALID;
    };
  }

  private static ExitCode exit(InputException e) {
    return switch (e.fault()) {
      case USAGE -> ExitCode.USAGE;
      case ENVIRONMENT -> ExitCode.OTHER;
      case INVALID -> ExitCode.INVALID;
    };
  }
}
