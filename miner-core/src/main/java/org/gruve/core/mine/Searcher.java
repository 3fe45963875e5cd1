package org.gruve.core.mine;

import org.gruve.core.work.Work;

/**
 * One worker's view of a device. Confined to one thread. Use: {@link #begin} a work, {@link
 * #enqueue} batches while fewer than {@link #depth()} are in flight, {@link #await} them in order.
 *
 * <p>A batch yields every point of its part of the work whose top 32 hash bits are, unsigned, at or
 * below the share target's top 32 bits, each exactly once, whatever their number; and no other.
 */
public interface Searcher extends AutoCloseable {
  /** How many batches may be in flight: 1 where enqueue itself computes, 2 on a GPU. */
  int depth();

  /**
   * How many hits a batch should be expected to have at the most; more are still all returned, but
   * slowly.
   */
  int comfortableHits();

  /**
   * Turns to a work. Batches of the one before that are in flight are still brought home by await.
   */
  void begin(Work work);

  /**
   * Starts the next batch of the work, about {@code hashes} large: rounded to what the device does
   * at once, and cut at the end of the work.
   *
   * @return the hashes that the batch will scan, 0 when the work is used up
   */
  long enqueue(long hashes);

  /**
   * Waits for the oldest batch in flight and tells {@code sink} of it, once, before it returns.
   * Throws {@link DeviceException}, and tells nothing, when the device failed.
   */
  void await(BatchSink sink);

  @Override
  void close();
}
