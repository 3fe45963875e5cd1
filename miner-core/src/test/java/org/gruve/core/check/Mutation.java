package org.gruve.core.check;

import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.hash.Bytes;

/**
 * A block that breaks one rule, or is good.
 *
 * @param name what is changed, as {@code docs/spec-map.md} lists it
 * @param clause the rule
 * @param rejectReason what Bitcoin Core says of it
 * @param before blocks to be given before it, which are refused as well
 * @param bytes the block, serialised
 */
public record Mutation(
    String name, Clause clause, String rejectReason, List<Block> before, Bytes bytes) {
  static Mutation of(String name, Clause clause, Block block) {
    return of(name, clause, clause.rejectReason(), block);
  }

  static Mutation of(String name, Clause clause, String reason, Block block) {
    return new Mutation(name, clause, reason, List.of(), Bytes.of(block.bytes()));
  }

  @Override
  public String toString() {
    return name;
  }
}
