package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gruve.core.block.Block;
import org.gruve.core.block.FormatException;
import org.gruve.core.check.Verdict.Invalid;
import org.junit.jupiter.api.Test;

/** Each mutation is refused by the rule it breaks, in Core's words, and leaves the chain alone. */
class MutationsTest {
  private static final long SEED = 20261124;
  private static final long NOW = 1_296_688_602L + 600 * 60_000;

  private final MutationChain chain = new MutationChain(new Random(SEED));
  private final List<Mutation> mutations = Mutations.of(chain, NOW);

  @Test
  void eachIsRefusedWithItsReasonByItsClause() {
    for (Mutation mutation : mutations) {
      assertThat(judge(mutation)).as("%s, seed %d", mutation, SEED).isEqualTo(expected(mutation));
    }
    assertThat(chain.state().best().height()).isEqualTo(MutationChain.HEIGHT);
    assertThat(chain.state().coinCount()).isEqualTo(MutationChain.HEIGHT + 1);
  }

  @Test
  void unchangedBlocksAreTaken() {
    assertThat(chain.state().test(chain.block(), NOW).isComplete()).isTrue();
    assertThat(chain.state().test(chain.witnessed(), NOW).isComplete()).isTrue();
    Block spending = chain.block(chain.spend(MutationChain.MATURE, MutationChain.out(1)));
    assertThat(chain.state().test(spending, NOW).isComplete()).isTrue();
  }

  @Test
  void thereAreMoreThanFortyKinds() {
    Set<String> names = mutations.stream().map(Mutation::name).collect(Collectors.toSet());
    Set<String> reasons =
        mutations.stream().map(Mutation::rejectReason).collect(Collectors.toSet());
    assertThat(names).hasSameSizeAs(mutations);
    assertThat(reasons).hasSizeGreaterThan(60);
  }

  private String judge(Mutation mutation) {
    mutation.before().forEach(block -> chain.state().accept(block, NOW));
    Block block;
    try {
      block = Block.parse(mutation.bytes().toArray());
    } catch (FormatException e) {
      return "Block decode failed";
    }
    Arrival arrival = chain.state().accept(block, NOW);
    if (arrival.outcome() == Arrival.Outcome.WAITING) {
      return Clause.PARENT_KNOWN + " " + Clause.PARENT_KNOWN.rejectReason();
    }
    return arrival.verdict() instanceof Invalid(var clause, var reason, _, _, _, _)
        ? clause + " " + reason
        : "valid";
  }

  private static String expected(Mutation mutation) {
    return mutation.clause().scope() == Clause.Scope.FORMAT
        ? mutation.rejectReason()
        : mutation.clause() + " " + mutation.rejectReason();
  }
}
