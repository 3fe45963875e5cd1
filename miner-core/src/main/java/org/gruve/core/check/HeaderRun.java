package org.gruve.core.check;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.check.Verdict.Kind;
import org.gruve.core.check.Verdict.Unchecked;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.jspecify.annotations.Nullable;

/**
 * Checks headers that follow one another, all rules of each in Core's order, fast: records of 80
 * bytes, no object for a header. It stops at the first that breaks a rule. Not for more than one
 * thread at a time.
 */
public final class HeaderRun {
  private static final int SIZE = BlockHeader.SIZE;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final Network network;
  private final OptionalInt start;
  private final OptionalLong now;
  private final MessageDigest sha256 = Sha256d.sha256();
  private final byte[] hash = new byte[32];
  private final byte[] lastHash = new byte[32];
  private final TimeWindow times = new TimeWindow();
  private final TargetCache targets;
  private final RunBits bits;
  private int count;
  private int lastTime;
  private int uncheckedVersions;
  private int uncheckedMedians;
  private int uncheckedTimewarps;
  private @Nullable Invalid broken;

  /**
   * A run from some header on.
   *
   * @param start the height of the first header
   * @param now unsigned seconds; without it, times may lie ahead
   */
  public HeaderRun(Network network, OptionalInt start, OptionalLong now) {
    this.network = network;
    this.start = start;
    this.now = now;
    this.targets = new TargetCache(network.pow().limit());
    this.bits = new RunBits(network.pow(), start);
  }

  /**
   * Goes on with {@code headers} headers from {@code offset} on; whether all up to now are good.
   */
  public boolean add(byte[] bytes, int offset, int headers) {
    for (int i = 0; i < headers && broken == null; i++) {
      check(bytes, offset + i * SIZE);
    }
    return broken == null;
  }

  /** What was found up to now. */
  public Summary summary() {
    Optional<Hash256> last = count == 0 ? Optional.empty() : Optional.of(Hash256.of(lastHash));
    return new Summary(
        start,
        count,
        last,
        targets.work(),
        Optional.ofNullable(broken),
        bits.unchecked(),
        unchecked());
  }

  private List<Unchecked> unchecked() {
    List<Unchecked> unchecked = new ArrayList<>();
    boolean whole = startsAtGenesis();
    if (count > 0 && !whole) {
      unchecked.add(new Unchecked(Clause.PARENT_KNOWN, "the first header's parent is not known"));
    }
    if (bits.unchecked() > 0) {
      unchecked.add(new Unchecked(Clause.REQUIRED_BITS, bits.unchecked() + " retargets"));
    } else if (!bits.isComplete()) {
      unchecked.add(new Unchecked(Clause.REQUIRED_BITS, Missing.INTERVAL));
    }
    if (uncheckedMedians > 0) {
      unchecked.add(new Unchecked(Clause.TIME_AFTER_MEDIAN, uncheckedMedians + " headers"));
    }
    if (uncheckedTimewarps > 0) {
      unchecked.add(new Unchecked(Clause.NO_TIMEWARP, uncheckedTimewarps + " headers"));
    }
    if (now.isEmpty()) {
      unchecked.add(new Unchecked(Clause.TIME_NOT_AHEAD, Missing.CLOCK));
    }
    if (uncheckedVersions > 0) {
      unchecked.add(new Unchecked(Clause.HEADER_VERSION, uncheckedVersions + " headers"));
    }
    return unchecked;
  }

  private void check(byte[] bytes, int at) {
    hash(bytes, at);
    int time = (int) INT.get(bytes, at + 68);
    int nbits = (int) INT.get(bytes, at + 72);
    if (count > 0 || !startsAtGenesis()) {
      broken = firstBroken(bytes, at, time, nbits);
    } else if (!Hash256.of(hash).equals(network.genesisHeader().hash())) {
      broken =
          Verdict.broken(
              Clause.PARENT_KNOWN,
              Clause.PARENT_KNOWN.rejectReason(),
              "the first header is not the genesis of " + network,
              Kind.PARENT);
    }
    if (broken == null) {
      times.add(Integer.toUnsignedLong(time));
      bits.add(time, nbits);
      targets.count(nbits);
      System.arraycopy(hash, 0, lastHash, 0, hash.length);
      lastTime = time;
      count++;
    }
  }

  private @Nullable Invalid firstBroken(byte[] bytes, int at, int time, int nbits) {
    if (!targets.isMetBy(hash, nbits)) {
      return Verdict.invalid(
          Clause.PROOF_OF_WORK,
          String.format("hash %s does not meet nBits %08x", Hash256.of(hash), nbits));
    }
    if (count > 0 && !Arrays.equals(bytes, at + 4, at + 36, lastHash, 0, 32)) {
      return Verdict.broken(
          Clause.PARENT_KNOWN,
          Clause.PARENT_KNOWN.rejectReason(),
          "it does not name the header before it as its parent",
          Kind.PARENT);
    }
    boolean retarget = bits.isRetarget();
    OptionalInt required = bits.required(time, nbits);
    if (required.isPresent() && required.getAsInt() != nbits) {
      return Verdict.invalid(
          Clause.REQUIRED_BITS,
          String.format("nBits is %08x where %08x is required", nbits, required.getAsInt()));
    }
    Invalid late = checkTimes(Integer.toUnsignedLong(time), retarget);
    return late != null ? late : checkVersion((int) INT.get(bytes, at));
  }

  private @Nullable Invalid checkTimes(long time, boolean retarget) {
    if (!times.isFull() && !startsAtGenesis()) {
      uncheckedMedians++;
    } else if (time <= times.median()) {
      return Verdict.invalid(
          Clause.TIME_AFTER_MEDIAN,
          "time " + time + " is not after the median time past, " + times.median());
    }
    if (Clause.NO_TIMEWARP.appliesTo(network) && isWarped(time, retarget)) {
      return Verdict.invalid(
          Clause.NO_TIMEWARP, "time " + time + " is more than 600 s before the parent's");
    }
    if (now.isPresent() && time > now.getAsLong() + HeaderRules.MAX_FUTURE_BLOCK_TIME) {
      return Verdict.broken(
          Clause.TIME_NOT_AHEAD,
          Clause.TIME_NOT_AHEAD.rejectReason(),
          "time " + time + " is more than two hours ahead of " + now.getAsLong(),
          Kind.TIME_FUTURE);
    }
    return null;
  }

  private boolean isWarped(long time, boolean retarget) {
    if (bits.isNowhere() || (retarget && count == 0)) {
      uncheckedTimewarps++;
      return false;
    }
    return retarget && time < Integer.toUnsignedLong(lastTime) - HeaderRules.MAX_TIMEWARP;
  }

  private @Nullable Invalid checkVersion(int version) {
    if (start.isEmpty()) {
      uncheckedVersions += version < 4 ? 1 : 0;
      return null;
    }
    int height = start.getAsInt() + count;
    return version >= network.heights().leastVersion(height)
        ? null
        : Verdict.broken(
            Clause.HEADER_VERSION,
            String.format("bad-version(0x%08x)", version),
            "version " + version + " is no longer allowed at height " + height,
            Kind.FINAL);
  }

  private boolean startsAtGenesis() {
    return start.isPresent() && start.getAsInt() == 0;
  }

  private void hash(byte[] bytes, int at) {
    try {
      sha256.update(bytes, at, SIZE);
      sha256.digest(hash, 0, hash.length);
      sha256.update(hash);
      sha256.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes are too few for a SHA-256", e);
    }
  }

  /**
   * What is known of a run.
   *
   * @param start the height of its first header
   * @param good how many headers are good, from the first on
   * @param lastGood the hash of the last of them
   * @param work the sum of their work
   * @param broken what the next one breaks; without it all are good
   * @param uncheckedRetargets how many retargets could not be computed again
   * @param unchecked clauses that could not be asked of all headers, and of how many
   */
  public record Summary(
      OptionalInt start,
      int good,
      Optional<Hash256> lastGood,
      BigInteger work,
      Optional<Invalid> broken,
      int uncheckedRetargets,
      List<Unchecked> unchecked) {
    /** Keeps an immutable copy of the list. */
    public Summary {
      unchecked = List.copyOf(unchecked);
    }
  }
}
