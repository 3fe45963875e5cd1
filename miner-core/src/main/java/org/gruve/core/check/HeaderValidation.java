package org.gruve.core.check;

import java.util.EnumSet;
import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Clause.Scope;

/** Asks of a header all that can be asked with what is known (Core: AcceptBlockHeader). */
public final class HeaderValidation {
  private final Network network;

  /** By the rules of a network. */
  public HeaderValidation(Network network) {
    this.network = network;
  }

  /** Checks a header. */
  public Report check(BlockHeader header, Context context) {
    boolean genesis = header.equals(network.genesisHeader());
    Verdict verdict =
        genesis ? Verdict.valid() : HeaderRules.acceptBlockHeader(network, header, context);
    return Report.of(verdict, Clause.of(network, EnumSet.of(Scope.HEADER)), List.of(), 0, 0);
  }
}
