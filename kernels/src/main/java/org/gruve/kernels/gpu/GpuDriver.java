package org.gruve.kernels.gpu;

/** A device as its driver lets it be used: a context, and programs that were compiled in it. */
public interface GpuDriver extends AutoCloseable {
  /** A new queue whose kernels run as {@code setting} says; may compile for a second or more. */
  GpuQueue queue(Setting setting);

  /** The context goes, whatever is under way in it. */
  @Override
  void close();
}
