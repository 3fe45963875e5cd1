package org.gruve.kernels.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One address space of a device. Only what was declared or allocated in it exists: there are gaps
 * between the areas, and whatever touches a gap, is not aligned, or reads what nobody wrote fails.
 */
final class DeviceMemory {
  private static final int GAP = 256;

  private final String name;
  private final List<Area> areas = new ArrayList<>();
  private long end;

  DeviceMemory(String name, long start) {
    this.name = name;
    this.end = start;
  }

  /** A new area behind all others; returns its address. */
  long allocate(String what, int size) {
    long address = end;
    areas.add(new Area(what, address, size));
    end = nextAfter(address, size);
    return address;
  }

  /** Behind all areas. */
  long end() {
    return end;
  }

  /** Where an area would begin if the one before it had this address and size. */
  static long nextAfter(long address, int size) {
    return Math.ceilDiv(address + size + GAP, GAP) * GAP;
  }

  void write(long address, byte[] bytes) {
    if (bytes.length > 0) {
      Area area = area(address, bytes.length);
      int at = (int) (address - area.address);
      area.bytes.put(at, bytes);
      Arrays.fill(area.written, at, at + bytes.length, true);
    }
  }

  byte[] read(long address, int size) {
    Area area = area(address, size);
    int at = (int) (address - area.address);
    if (!area.isWritten(at, size)) {
      throw fault(address, size, "was not all written");
    }
    byte[] bytes = new byte[size];
    area.bytes.get(at, bytes);
    return bytes;
  }

  /**
   * Reads a little-endian number of one to eight bytes, without a sign. What nobody wrote may be
   * loaded, as padding of a vector is, but not be used.
   */
  long load(long address, int size) {
    Area area = area(aligned(address, size), size);
    int at = (int) (address - area.address);
    if (!area.isWritten(at, size)) {
      return RegisterFile.UNWRITTEN;
    }
    return switch (size) {
      case 1 -> area.bytes.get(at) & 0xffL;
      case 2 -> area.bytes.getShort(at) & 0xffffL;
      case 4 -> area.bytes.getInt(at) & 0xffffffffL;
      default -> area.bytes.getLong(at);
    };
  }

  void store(long address, int size, long value) {
    Area area = area(aligned(address, size), size);
    int at = (int) (address - area.address);
    switch (size) {
      case 1 -> area.bytes.put(at, (byte) value);
      case 2 -> area.bytes.putShort(at, (short) value);
      case 4 -> area.bytes.putInt(at, (int) value);
      default -> area.bytes.putLong(at, value);
    }
    Arrays.fill(area.written, at, at + size, true);
  }

  long aligned(long address, int size) {
    if (address % size != 0) {
      throw fault(address, size, "is not aligned");
    }
    return address;
  }

  private Area area(long address, int size) {
    for (Area area : areas) {
      if (address >= area.address && address - area.address <= area.written.length - size) {
        return area;
      }
    }
    throw fault(address, size, "lies in none of " + areas);
  }

  private PtxFault fault(long address, int size, String why) {
    return new PtxFault(
        "%d bytes at 0x%x of %s memory: this %s".formatted(size, address, name, why));
  }

  private static final class Area {
    private final String what;
    private final long address;
    private final ByteBuffer bytes;
    private final boolean[] written;

    Area(String what, long address, int size) {
      this.what = what;
      this.address = address;
      this.bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      this.written = new boolean[size];
    }

    boolean isWritten(int at, int size) {
      for (int i = at; i < at + size; i++) {
        if (!written[i]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return "%s (0x%x + %d)".formatted(what, address, written.length);
    }
  }
}
