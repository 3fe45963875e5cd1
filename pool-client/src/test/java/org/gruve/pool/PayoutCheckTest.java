package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.gruve.core.TestData;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayoutCheckTest {
  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
  private static final String OURS = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
  private static final Bytes SCRIPT = script(OURS);
  private static final String OTHERS = "76a914" + "11".repeat(20) + "88ac";

  @Test
  void seesThatARealSoloPoolPaysItsUserAll() {
    assertThat(check(100).fault(recorded())).isEmpty();
  }

  @Test
  void seesThatARealPoolPaysNothingToSomebodyElse() {
    String other = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
    PayoutCheck check =
        new PayoutCheck(
            PayoutCheck.Mode.WARN, Address.parse(other, AddressFormat.TEST).script(), other, 90);
    assertThat(check.fault(recorded())).contains("the job pays nothing to " + other);
  }

  @Test
  void addsUpAllOutputsOfOneScript() {
    Job job = job(output(60, SCRIPT.hex()) + output(10, OTHERS) + output(30, SCRIPT.hex()), 3);
    assertThat(check(90).fault(job)).isEmpty();
    assertThat(check(91).fault(job))
        .contains(
            "the job pays "
                + OURS
                + " 0.00000090 of 0.00000100 BTC (90 %), less than the 91 % that were asked for");
  }

  @Test
  void takesNoRoundingForTheUser() {
    Job job = job(output(899_999_999, SCRIPT.hex()) + output(100_000_001, OTHERS), 2);
    assertThat(check(90).fault(job)).hasValueSatisfying(why -> assertThat(why).contains("(89 %)"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 2_100_000_000_000_001L, Long.MAX_VALUE})
  void refusesMoneyThatCannotBe(long value) {
    assertThat(check(90).fault(job(output(value, SCRIPT.hex()), 1)))
        .contains("the job's coinbase pays more than there can ever be");
    String twice = output(2_100_000_000_000_000L, SCRIPT.hex()).repeat(2);
    assertThat(check(90).fault(job(twice, 2))).isPresent();
  }

  @Test
  void saysWhatItCannotRead() {
    assertThat(check(90).fault(job(output(100, SCRIPT.hex()), 2)))
        .hasValueSatisfying(why -> assertThat(why).contains("is no transaction"));
    MerkleSource root = new MerkleSource.Fixed(Hash256.ZERO);
    assertThat(check(90).fault(job(root)))
        .hasValueSatisfying(why -> assertThat(why).contains("does not show its coinbase"));
  }

  private static PayoutCheck check(int percent) {
    return new PayoutCheck(PayoutCheck.Mode.ENFORCE, SCRIPT, OURS, percent);
  }

  private static Job recorded() {
    String line =
        TestData.lines("stratum/sv1_publicpool_transcript.txt").stream()
            .filter(one -> one.contains("\"method\":\"mining.notify\""))
            .findFirst()
            .orElseThrow();
    List<String> texts = STRING.matcher(line).results().map(found -> found.group(1)).toList();
    return job(
        new MerkleSource.Coinbase(
            Bytes.ofHex(texts.get(6) + "f8a1d721"), 4, Bytes.ofHex(texts.get(7)), List.of()));
  }

  private static Job job(String outputs, int count) {
    String prefix = "0100000001" + "00".repeat(32) + "ffffffff" + "0a" + "51" + "00".repeat(5);
    String suffix = "ffffffff" + HexFormat.of().toHexDigits((byte) count) + outputs + "00000000";
    return job(new MerkleSource.Coinbase(Bytes.ofHex(prefix), 4, Bytes.ofHex(suffix), List.of()));
  }

  private static Job job(MerkleSource merkle) {
    return new Job(
        "1",
        new HeaderTemplate(0x20000000, Hash256.ZERO, 1_700_000_000, 0x207fffff),
        merkle,
        0,
        Target.MAX,
        true,
        new Nowhere());
  }

  private static String output(long value, String script) {
    return HexFormat.of().toHexDigits(Long.reverseBytes(value))
        + HexFormat.of().toHexDigits((byte) (script.length() / 2))
        + script;
  }

  private static Bytes script(String address) {
    return Address.parse(address, AddressFormat.REGTEST).script();
  }

  private record Nowhere() implements JobOrigin {}
}
