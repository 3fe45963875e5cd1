package org.gruve.core.script;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.hash.Bytes;

/** Scripts as Core's vectors write them (Core: ParseScript). */
public final class ScriptText {
  private static final Map<String, Integer> OPERATIONS = operations();

  private ScriptText() {}

  /** The script of a text of words: numbers, 0x and raw bytes, quoted data, operations. */
  public static Bytes parse(String text) {
    ByteWriter out = new ByteWriter();
    Arrays.stream(text.split("[ \t\n]", -1))
        .filter(word -> !word.isEmpty())
        .forEach(word -> out.raw(word(word)));
    return Bytes.of(out.toArray());
  }

  private static byte[] word(String word) {
    if (word.matches("-?[0-9]+")) {
      return number(Long.parseLong(word));
    }
    if (word.startsWith("0x")) {
      return HexFormat.of().parseHex(word.substring(2));
    }
    if (word.startsWith("'")) {
      return ScriptCode.pushOf(word.substring(1, word.length() - 1).getBytes(US_ASCII));
    }
    Integer operation = OPERATIONS.get(word.startsWith("OP_") ? word : "OP_" + word);
    if (operation == null) {
      throw new IllegalArgumentException("no operation " + word);
    }
    return new byte[] {operation.byteValue()};
  }

  private static byte[] number(long number) {
    if (number == 0) {
      return new byte[] {0};
    }
    return number >= -1 && number <= 16
        ? new byte[] {(byte) (Op.OP_1 - 1 + number)}
        : ScriptCode.pushOf(ScriptNumber.encode(number));
  }

  private static Map<String, Integer> operations() {
    Map<String, Integer> operations = new HashMap<>();
    for (Field field : Op.class.getDeclaredFields()) {
      try {
        operations.put(field.getName(), field.getInt(null));
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
    // Two names that only the vectors use.
    operations.put("OP_NOP2", Op.OP_CHECKLOCKTIMEVERIFY);
    operations.put("OP_NOP3", Op.OP_CHECKSEQUENCEVERIFY);
    return operations;
  }
}
