package org.gruve.core.mine;

/**
 * What accepted shares prove, whatever their difficulties.
 *
 * @param hashes sum of the hashes that each share needs on average: its weight
 * @param squares sum of the squared weights, for the variance
 * @param heaviest the greatest weight
 */
public record Proof(double hashes, double squares, double heaviest) {
  /** No share yet. */
  public static final Proof NONE = new Proof(0, 0, 0);

  /** One more share. */
  public Proof plus(double weight) {
    return new Proof(hashes + weight, squares + weight * weight, Math.max(heaviest, weight));
  }
}
