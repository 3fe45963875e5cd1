package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of Core's script_FindAndDelete, and of what is signed of a script. */
class ScriptCodeTest {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest
  @CsvSource({
    "515253, 52, 5153",
    "535153535453, 53, 5154",
    "0302ff03, 0302ff03, ''",
    "0302ff030302ff03, 0302ff03, ''",
    "0302ff030302ff03, 02, 0302ff030302ff03",
    "0302ff030302ff03, ff, 0302ff030302ff03",
    "0302ff030302ff03, 03, 02ff0302ff03",
    "02feed5169, feed51, 02feed5169",
    "02feed5169, 02feed51, 69",
    "516902feed5169, feed51, 516902feed5169",
    "516902feed5169, 02feed51, 516969",
    "00005151, 0051, 0051",
    "000051005151, 0051, 0051",
    "0003feed, 03feed, 00",
    "0003feed, 00, 03feed",
  })
  void deletesOnlyAtTheBeginningOfOperationsAndOnlyOnce(String script, String found, String rest) {
    assertThat(ScriptCode.findAndDelete(HEX.parseHex(script), HEX.parseHex(found)))
        .isEqualTo(HEX.parseHex(rest));
  }

  /** The last one is cut short: Core writes its whole length, and only what can be read. */
  @ParameterizedTest
  @CsvSource({
    "'', 00",
    "51, 0151",
    "ab, 00",
    "ab51ab52ab, 025152",
    "01ab51, 0301ab51",
    "51ab4c05aabb, 05514c05",
  })
  void separatorsAreNotSigned(String script, String signed) {
    assertThat(ScriptCode.serialized(HEX.parseHex(script))).isEqualTo(HEX.parseHex(signed));
  }
}
