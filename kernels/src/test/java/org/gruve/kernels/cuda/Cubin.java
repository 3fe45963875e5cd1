package org.gruve.kernels.cuda;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kernels of a file that ptxas made: 64-bit ELF, each kernel in a section of its own. */
record Cubin(Map<String, SassCode> kernels) {
  private static final String KERNEL = ".text.";
  private static final int FLAGS = 0x30;
  private static final int SECTIONS = 0x28;
  private static final int SECTION_SIZE = 0x3a;
  private static final int SECTION_COUNT = 0x3c;
  private static final int NAMES = 0x3e;

  static Cubin read(byte[] file) {
    ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (elf.getInt(0) != 0x464c457f || elf.get(4) != 2) {
      throw new IllegalArgumentException("a cubin is a 64-bit ELF file, and this is none");
    }
    int architecture = elf.getInt(FLAGS) >> 8 & 0xff;
    List<Section> sections = sections(elf);
    Section names = sections.get(elf.getShort(NAMES));
    Map<String, SassCode> kernels = new TreeMap<>();
    for (Section section : sections) {
      String name = text(elf, names.offset + section.name);
      if (name.startsWith(KERNEL)) {
        ByteBuffer code = elf.slice(section.offset, section.size).order(ByteOrder.LITTLE_ENDIAN);
        kernels.put(name.substring(KERNEL.length()), SassCode.read(code, architecture));
      }
    }
    return new Cubin(kernels);
  }

  SassCode kernel(String name) {
    SassCode code = kernels.get(name);
    if (code == null) {
      throw new IllegalArgumentException("no kernel " + name + " but " + kernels.keySet());
    }
    return code;
  }

  private static List<Section> sections(ByteBuffer elf) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < elf.getShort(SECTION_COUNT); i++) {
      int at = Math.toIntExact(elf.getLong(SECTIONS)) + i * elf.getShort(SECTION_SIZE);
      int offset = Math.toIntExact(elf.getLong(at + 0x18));
      int size = Math.toIntExact(elf.getLong(at + 0x20));
      sections.add(new Section(elf.getInt(at), offset, size));
    }
    return sections;
  }

  private static String text(ByteBuffer elf, int from) {
    int to = from;
    while (elf.get(to) != 0) {
      to++;
    }
    byte[] bytes = new byte[to - from];
    elf.get(from, bytes);
    return new String(bytes, US_ASCII);
  }

  private record Section(int name, int offset, int size) {}
}
