package org.gruve.core.check;

import java.util.Optional;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.ScriptReader;

/**
 * A witness commitment taken apart (Core: FetchAndClearCommitmentSection).
 *
 * @param solution what follows signet's header in a push; nothing where there is none
 * @param rest the commitment with that push cut down to the header, or as it was
 */
record SignetSection(Optional<Bytes> solution, Bytes rest) {
  private static final Bytes HEADER = Bytes.ofHex("ecc7daa2");

  /** Looks through the pushes of a script, as far as it can be read. */
  static SignetSection of(Bytes script) {
    Optional<Bytes> solution = Optional.empty();
    ByteWriter replaced = new ByteWriter();
    ScriptReader reader = new ScriptReader(script.toArray());
    while (reader.next()) {
      Bytes data = Bytes.of(reader.push());
      if (solution.isEmpty() && data.size() > HEADER.size() && data.startsWith(HEADER)) {
        int size = data.size() - HEADER.size();
        solution = Optional.of(Bytes.of(data.toArray(), HEADER.size(), size));
        data = HEADER;
      }
      if (data.size() > 0) {
        replaced.raw(ScriptPush.data(data).toArray());
      } else {
        replaced.uint8(reader.opcode());
      }
    }
    boolean found = solution.isPresent();
    return new SignetSection(solution, found ? Bytes.of(replaced.toArray()) : script);
  }
}
