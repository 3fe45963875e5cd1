package org.gruve.core.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.gruve.core.TestData;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.script.TestRows.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wycheproof's Bitcoin variant (C2SP), as a script with DERSIG and LOW_S takes it: either the
 * encoding is refused, or there is a row.
 */
record WycheproofCases(int encodingRefused, List<String> misjudgedEncodings, List<Row> rows) {
  private static final String FILE = "wycheproof/ecdsa_secp256k1_sha256_bitcoin_test.json";

  static WycheproofCases read() {
    int refused = 0;
    List<String> misjudged = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (JsonNode group : JsonMapper.shared().readTree(TestData.bytes(FILE)).get("testGroups")) {
      byte[] key = hex(group.get("publicKey").get("uncompressed"));
      for (JsonNode test : group.get("tests")) {
        boolean valid = test.get("result").asString().equals("valid");
        byte[] der = hex(test.get("sig"));
        String name = "tcId " + test.get("tcId") + " " + test.get("comment");
        if (isRefused(der)) {
          refused++;
          if (valid) {
            misjudged.add(name);
          }
        } else {
          rows.add(new Row(name, row(key, hex(test.get("msg")), der), valid));
        }
      }
    }
    return new WycheproofCases(refused, misjudged, rows);
  }

  private static boolean isRefused(byte[] der) {
    boolean strict = EcdsaSignature.isValidEncoding(Arrays.copyOf(der, der.length + 1));
    return !strict || !EcdsaSignature.isLowS(der);
  }

  private static byte[] row(byte[] key, byte[] message, byte[] der) {
    return TestRows.packed(
        SignatureRows.ECDSA,
        Objects.requireNonNull(PublicKey.compressed(key)),
        Sha256d.sha256().digest(message),
        Objects.requireNonNull(EcdsaSignature.parseLax(der)));
  }

  private static byte[] hex(JsonNode node) {
    return HexFormat.of().parseHex(node.asString());
  }
}
