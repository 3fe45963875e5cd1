package org.gruve.kernels.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values as a device has them in memory, for parameters and buffers. */
final class KernelArguments {
  private KernelArguments() {}

  /** Words one behind the other: an int, an array, or a struct of such. */
  static byte[] words(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(words);
    return bytes.array();
  }

  static byte[] pointer(long address) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(address).array();
  }

  static int[] toWords(byte[] bytes) {
    int[] words = new int[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
    return words;
  }
}
