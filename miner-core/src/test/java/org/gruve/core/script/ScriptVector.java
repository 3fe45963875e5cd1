package org.gruve.core.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.gruve.core.hash.Bytes;
import tools.jackson.databind.JsonNode;

/** A case of script_tests.json. */
record ScriptVector(String text, SpentTransaction spent, ScriptFlags flags, ScriptError expected) {
  private static final String SCRIPT = "#SCRIPT#";
  private static final String CONTROL_BLOCK = "#CONTROLBLOCK#";
  private static final String OUTPUT_KEY = "#TAPROOTOUTPUT#";

  static ScriptVector of(JsonNode node) {
    boolean hasWitness = node.get(0).isArray();
    int at = hasWitness ? 1 : 0;
    List<Bytes> witness = hasWitness ? witness(node.get(0)) : List.of();
    Bytes inputScript = ScriptText.parse(node.get(at).asString());
    Bytes outputScript = ScriptText.parse(outputScript(node.get(at + 1).asString(), witness));
    ScriptFlags flags = ScriptFlags.parse(node.get(at + 2).asString()).withNeeded();
    SpentTransaction spent =
        TestSpend.of(inputScript, witness, outputScript, hasWitness ? value(node.get(0)) : 0);
    return new ScriptVector(node.toString(), spent, flags, error(node.get(at + 3).asString()));
  }

  @Override
  public String toString() {
    return text;
  }

  /** The only name that is not that of the error. */
  private static ScriptError error(String name) {
    return ScriptError.valueOf(name.equals("NULLFAIL") ? "SIG_NULLFAIL" : name);
  }

  private static long value(JsonNode witness) {
    return witness.get(witness.size() - 1).decimalValue().movePointRight(8).longValueExact();
  }

  private static List<Bytes> witness(JsonNode node) {
    List<Bytes> witness = new ArrayList<>();
    for (int i = 0; i < node.size() - 1; i++) {
      String element = node.get(i).asString();
      if (element.startsWith(SCRIPT)) {
        witness.add(ScriptText.parse(element.substring(SCRIPT.length())));
      } else if (element.equals(CONTROL_BLOCK)) {
        witness.add(controlBlock(witness.getLast()));
      } else {
        witness.add(Bytes.ofHex(element));
      }
    }
    return witness;
  }

  private static String outputScript(String text, List<Bytes> witness) {
    if (!text.contains(OUTPUT_KEY)) {
      return text;
    }
    byte[] key = outputKey(witness.get(witness.size() - 2)).getEncoded(true);
    return text.replace(OUTPUT_KEY, "0x" + HexFormat.of().formatHex(key, 1, 33));
  }

  /** The internal key is the base point, whose y is even; the script is the only leaf. */
  private static Bytes controlBlock(Bytes script) {
    byte[] block = Secp256k1.G.getEncoded(true);
    block[0] = (byte) (outputKey(script).getEncoded(true)[0] == 3 ? 0xc1 : 0xc0);
    return Bytes.of(block);
  }

  private static ECPoint outputKey(Bytes script) {
    byte[] block = Secp256k1.G.getEncoded(true);
    block[0] = (byte) 0xc0;
    try {
      ControlBlock control = ControlBlock.of(block);
      byte[] tweak = control.tweak(control.leafHash(script.toArray()));
      return Secp256k1.G.multiply(new BigInteger(1, tweak)).add(Secp256k1.G).normalize();
    } catch (ScriptFailure e) {
      throw new AssertionError(e);
    }
  }
}
