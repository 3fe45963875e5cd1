package org.gruve.kernels.generate;

/** When a word of a kernel becomes known; a word is as late as the latest word it is made of. */
enum Stage {
  /** While the kernel is generated. */
  CONSTANT,
  /** Before the lanes start: the same for all of them. */
  UNIFORM,
  /** In each lane by itself. */
  LANE;

  static Stage latest(Iterable<? extends Word> words) {
    Stage latest = CONSTANT;
    for (Word word : words) {
      latest = word.stage().compareTo(latest) > 0 ? word.stage() : latest;
    }
    return latest;
  }
}
