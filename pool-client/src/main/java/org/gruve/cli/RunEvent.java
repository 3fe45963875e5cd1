package org.gruve.cli;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.EffectiveRate;
import org.gruve.core.mine.Ledger;
import org.gruve.core.mine.Proof;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;

/** What a run tells its user, in order. */
sealed interface RunEvent {
  /**
   * The devices begin.
   *
   * @param pools where jobs will come from
   * @param hashrate hashes per second, as far as the self-tests could tell
   */
  record Started(List<DeviceInfo> devices, List<String> pools, double hashrate)
      implements RunEvent {}

  /** Something that only people need to know. */
  record Note(String tag, String text) implements RunEvent {}

  /**
   * A job came.
   *
   * @param height of the block that it would make, where its coinbase says so
   * @param shareSeconds mean time to a share, NaN when unknown
   * @param blockSeconds mean time to a block of this network, NaN when unknown
   */
  record JobCame(String pool, Job job, OptionalInt height, double shareSeconds, double blockSeconds)
      implements RunEvent {}

  /** A submitted share ended; the totals count it already. */
  record ShareEnded(ShareResult result, Ledger.Totals totals) implements RunEvent {}

  /** An accepted share is a block. */
  record BlockFound(Share share, OptionalInt height) implements RunEvent {}

  /**
   * A device rests because of its temperature; without one where it cannot be read any more.
   *
   * @param limit when it goes on
   */
  record Paused(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit)
      implements RunEvent {}

  /** A device that has rested goes on. */
  record Resumed(DeviceInfo device, double temperature) implements RunEvent {}

  /** The regular account of speed; {@code blockSeconds} as in a job. */
  record Rates(Speed speed, double blockSeconds) implements RunEvent {}

  /** Once a second, for a status line. */
  record Pulse(Speed speed, Ledger.Totals totals) implements RunEvent {}

  /** Something went wrong: a word for programs, a sentence, and what to do. */
  record Trouble(String code, String message, String hint) implements RunEvent {}

  /**
   * A found block that was waited for no longer, such as one of an earlier run, has its answer.
   *
   * @param words what became of it
   */
  record BlockDelivered(String pool, Hash256 hash, int height, boolean accepted, String words)
      implements RunEvent {}

  /** Something that is not wrong yet but should be known, in the same three parts. */
  record Warning(String code, String message, String hint) implements RunEvent {}

  /** The workers turn to another place; why, in a few words. */
  record Turned(String pool, String why) implements RunEvent {}

  /**
   * A place is lost.
   *
   * @param retrySeconds after which it is tried again
   */
  record Lost(String pool, String reason, double retrySeconds) implements RunEvent {}

  /**
   * A step of the demonstration.
   *
   * @param type for programs
   * @param fields for programs
   */
  record Shown(String type, List<String> lines, JsonObject fields) implements RunEvent {}

  /** A run is over, in words for people; for programs there is the summary. */
  record Done(Speed speed, Ledger.Totals totals) implements RunEvent {}

  /** The end of everything, for programs. */
  record Summary(Speed speed, Ledger.Totals totals) implements RunEvent {
    /** For what ended before it mined. */
    static Summary ofNothing() {
      EffectiveRate none = EffectiveRate.of(Proof.NONE, 0);
      return new Summary(
          new Speed(List.of(), Hardware.NONE, Double.NaN, none, 0), new Ledger().totals());
    }
  }
}
