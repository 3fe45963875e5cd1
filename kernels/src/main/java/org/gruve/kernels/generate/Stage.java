package org.gruve.kernels.generate;

/**
 * What a word of a kernel depends on, and so how often it must be computed. A word depends on all
 * that the words it is made of depend on.
 */
enum Stage {
  /** On nothing: known while the kernel is generated. */
  CONSTANT,
  /** On what is the same for all hashes of a scan. */
  WORK,
  /** On the midstate, where a lane is a midstate. */
  MIDSTATE,
  /** On the nonce, where it is the same for all lanes. */
  NONCE,
  /** On all that a hash depends on: each lane computes it by itself. */
  HASH;

  /** What depends on both. */
  Stage with(Stage other) {
    if (this == other || other.isBefore(this)) {
      return this;
    }
    return isBefore(other) ? other : HASH;
  }

  /** Whether it is known earlier: midstates and nonces do not wait for each other. */
  boolean isBefore(Stage other) {
    return switch (other) {
      case CONSTANT -> false;
      case WORK -> this == CONSTANT;
      case MIDSTATE, NONCE -> this == CONSTANT || this == WORK;
      case HASH -> this != HASH;
    };
  }

  /** Whether all lanes have it in common. */
  boolean isScalar() {
    return this != MIDSTATE && this != HASH;
  }

  static Stage of(Iterable<? extends Word> words) {
    Stage stage = CONSTANT;
    for (Word word : words) {
      stage = stage.with(word.stage());
    }
    return stage;
  }
}
