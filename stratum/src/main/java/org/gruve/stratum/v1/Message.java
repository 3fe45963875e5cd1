package org.gruve.stratum.v1;

import java.util.List;
import java.util.Map;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.jspecify.annotations.Nullable;

/** One line of Stratum V1, either way (docs/stratum-v1.md, 2 and 3). */
public sealed interface Message
    permits Message.Request, Message.Response, Malformed, Message.Unreadable {

  /** A line with a method: from the client, or a notification or question of the server. */
  sealed interface Request extends Message {
    /** {@link Id#NONE} where no answer is awaited. */
    Id id();
  }

  /** mining.configure (BIP310); parameters as text, by their full names. */
  record Configure(Id id, List<String> extensions, Map<String, String> parameters)
      implements Request {
    /** Keeps immutable copies. */
    public Configure {
      extensions = List.copyOf(extensions);
      parameters = Map.copyOf(parameters);
    }
  }

  /** mining.subscribe; the user agent may be empty, the session to resume may be null. */
  record Subscribe(Id id, String userAgent, @Nullable String resume) implements Request {}

  /** mining.authorize. */
  record Authorize(Id id, String user, String password) implements Request {}

  /** mining.submit; {@code versionBits} is null where the sixth parameter is absent. */
  record Submit(
      Id id,
      String user,
      JobId job,
      Bytes extranonce2,
      int time,
      int nonce,
      @Nullable Integer versionBits)
      implements Request {}

  /** mining.suggest_difficulty. */
  record SuggestDifficulty(Id id, Difficulty difficulty) implements Request {}

  /** mining.suggest_target. */
  record SuggestTarget(Id id, Target target) implements Request {}

  /** mining.extranonce.subscribe. */
  record ExtranonceSubscribe(Id id) implements Request {}

  /** mining.notify; the parent hash is in hashed order, not as on the wire. */
  record Notify(
      Id id,
      JobId job,
      Hash256 prevHash,
      Bytes coinb1,
      Bytes coinb2,
      List<Hash256> branch,
      int version,
      int nbits,
      int time,
      boolean clean)
      implements Request {
    /** Keeps an immutable copy of the branch. */
    public Notify {
      branch = List.copyOf(branch);
    }
  }

  /** mining.set_difficulty. */
  record SetDifficulty(Id id, Difficulty difficulty) implements Request {}

  /** mining.set_target. */
  record SetTarget(Id id, Target target) implements Request {}

  /** mining.set_extranonce; a size of -1 stands for an absent one: as before. */
  record SetExtranonce(Id id, Bytes extranonce1, int extranonce2Size) implements Request {}

  /** mining.set_version_mask. */
  record SetVersionMask(Id id, int mask) implements Request {}

  /** client.reconnect; an empty host and port 0 stand for the same place. */
  record Reconnect(Id id, String host, int port, int waitSeconds) implements Request {}

  /** client.show_message; the text is as it came. */
  record ShowMessage(Id id, String text) implements Request {}

  /** client.get_version. */
  record GetVersion(Id id) implements Request {}

  /** mining.ping. */
  record Ping(Id id) implements Request {}

  /** A method that is not spoken here. */
  record Unknown(Id id, String method) implements Request {}

  /** An answer; {@code error} is null where every known shape of "no error" was found. */
  record Response(Id id, Result result, @Nullable Fault error) implements Message {
    /** Whether it says yes: no error, and a result that is neither null nor false. */
    public boolean accepted() {
      return error == null
          && !(result instanceof Result.None)
          && !(result instanceof Result.Flag(boolean yes) && !yes);
    }
  }

  /**
   * The last message of a connection whose bytes cannot be read on.
   *
   * @param foreign whether it is another protocol that speaks (HTTP, TLS, binary)
   * @param reason one sanitised sentence
   */
  record Unreadable(boolean foreign, String reason) implements Message {}
}
