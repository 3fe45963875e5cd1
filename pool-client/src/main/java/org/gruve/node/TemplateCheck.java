package org.gruve.node;

import java.security.SecureRandom;
import java.util.Optional;
import org.gruve.core.block.Block;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Context;
import org.gruve.core.check.Network;
import org.gruve.core.check.Subsidy;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SpotChecks;

/**
 * Judges templates by our own rules, so that no time is spent on a block that no node would take.
 * Proof of work, and what only the coins and blocks before it could tell, is not asked.
 */
public final class TemplateCheck {
  private TemplateCheck() {}

  /**
   * The rule that the block of a work would break: Bitcoin Core's reject reason and a sentence. It
   * hashes all of the block, so it is no task for an event loop.
   */
  public static Optional<String> fault(SoloWork work, Network network) {
    Template template = work.template();
    SpotChecks signatures = SpotChecks.of(new BouncyCastleVerifier(), new SecureRandom());
    BlockValidation rules = new BlockValidation(network, signatures, Runnable::run);
    Block block = work.proposed();
    Context context = Context.NONE.withHeight(template.height());
    return rules.checkTemplate(block, context, template.signetChallenge()).verdict()
            instanceof Invalid broken
        ? Optional.of(broken.rejectReason() + ": " + broken.sentence())
        : Optional.empty();
  }

  /**
   * What looks odd about a template without making its block invalid for certain: what the coinbase
   * may take is the node's word, and so are the fees.
   */
  public static Optional<String> remark(Template template, Network network) {
    if (template.fees().size() != template.transactions().size()) {
      return Optional.empty();
    }
    long fees = 0;
    for (long fee : template.fees()) {
      fees = Math.addExact(fees, fee);
    }
    long sum = Math.addExact(fees, Subsidy.at(network, template.height()));
    return sum == template.coinbaseValue()
        ? Optional.empty()
        : Optional.of(
            "the template's coinbasevalue is "
                + template.coinbaseValue()
                + " satoshi where subsidy and fees make "
                + sum);
  }
}
