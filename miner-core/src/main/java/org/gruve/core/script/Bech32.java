package org.gruve.core.script;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.gruve.core.hash.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Text that names its kind and finds typing errors: bech32 (BIP173) or bech32m (BIP350).
 *
 * @param prefix what stands before the last 1, in lower case
 * @param values what stands behind it, five bits each, without the checksum
 */
record Bech32(String prefix, Bytes values, Variant variant) {
  /** Which of the two, told by the checksum alone. */
  enum Variant {
    BECH32(1),
    BECH32M(0x2bc8_30a3);

    private final int constant;

    Variant(int constant) {
      this.constant = constant;
    }
  }

  private static final String CHARACTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int CHECKSUM = 6;
  private static final int MOST = 90;
  private static final int[] GENERATOR = {
    0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3
  };

  /** Null where it is too long, of mixed case, has other characters or a wrong checksum. */
  static @Nullable Bech32 decode(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int separator = lower.lastIndexOf('1');
    boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
    boolean sized = text.length() <= MOST && separator > 0;
    if (!oneCase || !sized || separator + CHECKSUM >= text.length() || !isPrintable(text)) {
      return null;
    }
    String prefix = lower.substring(0, separator);
    byte[] all = new byte[text.length() - separator - 1];
    for (int i = 0; i < all.length; i++) {
      int value = CHARACTERS.indexOf(lower.charAt(separator + 1 + i));
      if (value < 0) {
        return null;
      }
      all[i] = (byte) value;
    }
    return of(prefix, all);
  }

  private static @Nullable Bech32 of(String prefix, byte[] all) {
    int sum = remainder(prefix, all);
    for (Variant variant : Variant.values()) {
      if (sum == variant.constant) {
        return new Bech32(prefix, Bytes.of(all, 0, all.length - CHECKSUM), variant);
      }
    }
    return null;
  }

  /** In lower case. */
  String encode() {
    StringBuilder text = new StringBuilder(prefix).append('1');
    byte[] all = Arrays.copyOf(values.toArray(), values.size() + CHECKSUM);
    for (int i = 0; i < values.size(); i++) {
      text.append(CHARACTERS.charAt(all[i]));
    }
    int sum = remainder(prefix, all) ^ variant.constant;
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      text.append(CHARACTERS.charAt((sum >>> (5 * i)) & 31));
    }
    return text.toString();
  }

  /** Bits in groups of another size, padded with zeros. */
  static byte[] regroup(byte[] groups, int from, int bits, int other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int held = 0;
    int size = 0;
    for (int i = from; i < groups.length; i++) {
      held = (held << bits) | Byte.toUnsignedInt(groups[i]);
      size += bits;
      while (size >= other) {
        size -= other;
        out.write(held >>> size);
        held &= (1 << size) - 1;
      }
    }
    if (size > 0) {
      out.write(held << (other - size));
    }
    return out.toByteArray();
  }

  /** What BIP173's polynomial leaves of the prefix and the values. */
  private static int remainder(String prefix, byte[] values) {
    int sum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      sum = next(sum, prefix.charAt(i) >>> 5);
    }
    sum = next(sum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      sum = next(sum, prefix.charAt(i) & 31);
    }
    for (byte value : values) {
      sum = next(sum, value);
    }
    return sum;
  }

  private static int next(int sum, int value) {
    int top = sum >>> 25;
    int next = ((sum & 0x1ff_ffff) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= ((top >>> i) & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= 33 && c <= 126);
  }
}
