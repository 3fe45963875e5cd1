package org.gruve.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.gruve.core.TestData;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

/** A block that a real pool's job led to, and that Bitcoin Core accepted. */
class GoldenHeaderTest {
  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

  @Test
  void theRecordedShareIsRebuiltFromItsJob() {
    List<String> lines = TestData.lines("stratum/sv1_publicpool_transcript.txt");
    List<String> notify = strings(line(lines, "\"method\":\"mining.notify\""));
    List<String> submit = strings(line(lines, "\"method\": \"mining.submit\""));
    Bytes extranonce1 = Bytes.ofHex("f8a1d721");

    Job job = job(notify.subList(4, notify.size()), extranonce1);
    WorkSource source = new WorkSource(job);
    source.next(0);
    Work work = source.next(0).orElseThrow();
    assertThat(work.extranonce2().hex()).isEqualTo(submit.get(6)).isEqualTo("00000001");

    int bits = Integer.parseUnsignedInt(submit.get(9), 16);
    int nonce = Integer.parseUnsignedInt(submit.get(8), 16);
    Candidate found = new Candidate(work, job.header().version() | bits, nonce);
    assertThat(HexFormat.of().formatHex(found.header().bytes()))
        .isEqualTo(
            "0020002010af0c7b33344afae329ccbfae308c0a6d63080b5c6c14914d75a4257921180d33b1e911"
                + "25dee1cfab4b15a8be11d94b15624821e64801afb5ade5fee041628d94b8026bffff7f2003000000");
    assertThat(found.header().hash().display())
        .isEqualTo("0ef8250b7748e8a25bdb96c786577a33292e489d6b62a672c029dcaa5818f089");
    assertThat(work.versions().version(1)).isEqualTo(job.header().version() | bits);
  }

  private static Job job(List<String> params, Bytes extranonce1) {
    MerkleSource.Coinbase coinbase =
        new MerkleSource.Coinbase(
            Bytes.ofHex(params.get(2)).then(extranonce1), 4, Bytes.ofHex(params.get(3)), List.of());
    HeaderTemplate header =
        new HeaderTemplate(
            Integer.parseUnsignedInt(params.get(4), 16),
            wordsReversed(params.get(1)),
            Integer.parseUnsignedInt(params.get(6), 16),
            Integer.parseUnsignedInt(params.get(5), 16));
    return Jobs.of(coinbase, 0x1fffe000, header);
  }

  private static Hash256 wordsReversed(String wire) {
    byte[] in = HexFormat.of().parseHex(wire);
    byte[] out = new byte[32];
    for (int i = 0; i < 32; i++) {
      out[i] = in[i ^ 3];
    }
    return Hash256.of(out);
  }

  private static String line(List<String> lines, String part) {
    return lines.stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
  }

  private static List<String> strings(String line) {
    return STRING.matcher(line).results().map(found -> found.group(1)).toList();
  }
}
