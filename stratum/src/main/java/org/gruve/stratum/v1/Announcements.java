package org.gruve.stratum.v1;

import org.gruve.core.block.Target;

/** Tells what the pool has changed, at most once a tick: the last of a storm wins. */
final class Announcements {
  private final Terms terms;
  private final ClientLink link;
  private Target target;
  private int mask;

  Announcements(Terms terms, ClientLink link) {
    this.terms = terms;
    this.link = link;
    this.target = terms.target();
  }

  /** The answer to configure has come, or a server does without. */
  void configured() {
    mask = terms.mask();
    link.tell(new SessionNotice.VersionRolling(mask));
  }

  void tick() {
    if (!terms.target().equals(target)) {
      target = terms.target();
      link.tell(new SessionNotice.DifficultyChanged(terms.difficulty()));
    }
    if (terms.mask() != mask) {
      configured();
    }
  }
}
