package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageWriterTest {
  private static final Id ID = Id.of(7);

  private static String line(Message message) {
    return new String(MessageWriter.write(message), StandardCharsets.UTF_8).replace('"', '\'');
  }

  static Stream<Message> everyMessage() {
    return Stream.of(
        new Message.Configure(
            ID, List.of("version-rolling"), Map.of("minimum-difficulty.value", "0.5")),
        new Message.Subscribe(ID, "gruve/1", null),
        new Message.Subscribe(ID, "gruve/1", "s"),
        new Message.Subscribe(ID, "", null),
        new Message.Authorize(ID, "ü\"\\", ""),
        new Message.Submit(ID, "u", new JobId("12", true), Bytes.ofHex("01"), -1, 3, null),
        new Message.Submit(ID, "u", JobId.of("\"\\\n"), Bytes.EMPTY, -1, 3, 0x2000),
        new Message.SuggestDifficulty(ID, Difficulty.parse("1e-9")),
        new Message.SuggestTarget(ID, Target.DIFFICULTY_1),
        new Message.ExtranonceSubscribe(ID),
        new Message.Notify(
            Id.NONE,
            JobId.of("j"),
            Hash256.fromDisplay("01".repeat(31) + "ff"),
            Bytes.ofHex("0102"),
            Bytes.ofHex("03"),
            List.of(Hash256.fromDisplay("ab".repeat(31) + "cd")),
            4,
            0x1d00ffff,
            -2,
            true),
        new Message.SetDifficulty(Id.NONE, Difficulty.parse("1e-300")),
        new Message.SetDifficulty(Id.NONE, Difficulty.parse("1e77")),
        new Message.SetTarget(Id.NONE, Target.DIFFICULTY_1),
        new Message.SetExtranonce(Id.NONE, Bytes.ofHex("0a"), 4),
        new Message.SetExtranonce(Id.NONE, Bytes.EMPTY, -1),
        new Message.SetVersionMask(Id.NONE, 0x1fffe000),
        new Message.Reconnect(Id.NONE, "", 0, 0),
        new Message.Reconnect(Id.NONE, "h", 3333, 9),
        new Message.ShowMessage(Id.NONE, "hi"),
        new Message.GetVersion(new Id(null, "v")),
        new Message.Ping(Id.NONE),
        new Message.Unknown(ID, "mining.what"),
        new Message.Response(ID, new Result.Flag(true), null),
        new Message.Response(ID, new Result.None(), new Fault(21, "Job not found")),
        new Message.Response(ID, new Result.Text("pong"), null),
        new Message.Response(ID, new Result.Subscription("s", Bytes.ofHex("01"), 4), null),
        new Message.Response(ID, new Result.Extensions(Map.of("a", "true", "b", "x")), null));
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void readsBackWhatItWrites(Message message) {
    byte[] line = MessageWriter.write(message);

    assertThat(MessageReader.read(line)).isEqualTo(message);
    assertThat(line).doesNotContain((byte) '\n');
  }

  @Test
  void writesASubmitAsPoolsWantIt() {
    assertThat(
            line(
                new Message.Submit(
                    ID, "u", JobId.of("bf"), Bytes.ofHex("00AB"), 0x6b02b894, 10, 0)))
        .isEqualTo(
            "{'id':7,'method':'mining.submit','params':['u','bf','00ab','6b02b894','0000000a','00000000']}");
  }

  @Test
  void echoesAJobIdInItsJsonType() {
    assertThat(line(new Message.Submit(ID, "u", new JobId("77", true), Bytes.EMPTY, 0, 0, null)))
        .contains("['u',77,'','00000000','00000000']");
  }

  @Test
  void echoesAnIdInItsJsonType() {
    Result pong = new Result.Text("pong");

    assertThat(line(new Message.Response(new Id(null, "4"), pong, null)))
        .isEqualTo("{'id':'4','result':'pong','error':null}");
    assertThat(line(new Message.Response(Id.of(4), pong, null)))
        .isEqualTo("{'id':4,'result':'pong','error':null}");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1e3,1000", "0.0001,0.0001", "1e-9,0.000000001", "2.50,2.5", "1e-300,1E-300"})
  void writesDifficultiesOutWhereThatIsShort(String value, String written) {
    assertThat(line(new Message.SuggestDifficulty(ID, Difficulty.parse(value))))
        .isEqualTo("{'id':7,'method':'mining.suggest_difficulty','params':[" + written + "]}");
  }

  @Test
  void writesAnErrorAsThreeElements() {
    assertThat(line(new Message.Response(ID, new Result.None(), new Fault(22, "Duplicate share"))))
        .isEqualTo("{'id':7,'result':null,'error':[22,'Duplicate share',null]}");
  }

  @Test
  void staysUnder1000BytesAtTheLongestOfEverything() {
    String longest = "\u0001".repeat(42);
    Message submit =
        new Message.Submit(
            Id.of(Long.MAX_VALUE), longest, JobId.of(longest), Bytes.of(new byte[16]), 0, 0, 0);

    assertThat(Quoted.size(longest)).isBetween(250, 256);
    assertThat(MessageWriter.write(submit)).hasSizeLessThan(1000);
    assertThat(MessageWriter.write(new Message.Authorize(ID, longest, longest)))
        .hasSizeLessThan(1000);
    assertThat(MessageWriter.write(new Message.Subscribe(ID, "\u20bf".repeat(128), longest)))
        .hasSizeLessThan(1000);
  }

  @Test
  void refusesToWriteWhatOnlyComesIn() {
    assertThatThrownBy(() -> MessageWriter.write(new Malformed("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
