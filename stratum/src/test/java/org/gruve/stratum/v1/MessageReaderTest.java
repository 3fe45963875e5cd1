package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final String HEX64 = "00".repeat(31) + "ff";

  private static Message read(String line) {
    return Client.read(line);
  }

  private static Message.Notify notify(String params) {
    return (Message.Notify) read("{'id':null,'method':'mining.notify','params':[" + params + "]}");
  }

  private static String job(String branch, String tail) {
    return "'j','%s','0100','ff',[%s],%s".formatted(Client.PARENT, branch, tail);
  }

  @Test
  void readsEveryFieldOfANotify() {
    Message.Notify said = notify(job("'" + HEX64 + "'", "'20000000','1705c739','6b02b894',true"));

    assertThat(said.job()).isEqualTo(JobId.of("j"));
    assertThat(said.prevHash().bytes())
        .asHexString()
        .isEqualToIgnoringCase("10af0c7b33344afae329ccbfae308c0a6d63080b5c6c14914d75a4257921180d");
    assertThat(said.coinb1()).isEqualTo(Bytes.ofHex("0100"));
    assertThat(said.coinb2()).isEqualTo(Bytes.ofHex("ff"));
    assertThat(said.branch().getFirst().bytes()[31]).isEqualTo((byte) 0xff);
    assertThat(List.of(said.version(), said.nbits(), said.time()))
        .containsExactly(0x20000000, 0x1705c739, 0x6b02b894);
    assertThat(said.clean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true | true",
        "false | false",
        "1 | true",
        "0 | false",
        "'x',true | true",
        "true,false | false",
        "null,1,true | true",
        "null | false",
        "'true' | false"
      })
  void takesTheLastElementAsClean(String tail, boolean clean) {
    assertThat(notify(job("", "'1','2','3'," + tail)).clean()).isEqualTo(clean);
  }

  @Test
  void takesAMissingCleanAsFalse() {
    assertThat(notify(job("", "'1','2','3'")).clean()).isFalse();
  }

  @Test
  void padsShortWords() {
    assertThat(notify(job("", "'4','2','3',false")).version()).isEqualTo(4);
  }

  @Test
  void keepsTheTypeOfAJobId() {
    Message.Notify said = notify(job("", "'1','2','3',false").replaceFirst("'j'", "77"));

    assertThat(said.job()).isEqualTo(new JobId("77", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'j'",
        "'j','00','01','02',[],'1','2','3',true",
        "'j','P','0','02',[],'1','2','3',true",
        "'j','P','zz','02',[],'1','2','3',true",
        "'j','P','00','02',['00'],'1','2','3',true",
        "'j','P','00','02',[7],'1','2','3',true",
        "'j','P','00','02','x','1','2','3',true",
        "'j','P','00','02',[],'123456789','2','3',true",
        "'j','P','00','02',[],'','2','3',true",
        "'j','P','00','02',[],'-1','2','3',true",
        "'j','P','00','02',[],'1','2',3,true",
        "'j\\u0000','P','00','02',[],'1','2','3',true",
        "null,'P','00','02',[],'1','2','3',true",
        "[],'P','00','02',[],'1','2','3',true"
      })
  void refusesABrokenNotifyInOneSentence(String params) {
    Message message =
        read(
            "{'id':null,'method':'mining.notify','params':["
                + params.replace("P", Client.PARENT)
                + "]}");

    assertThat(message)
        .isInstanceOfSatisfying(
            Malformed.class,
            bad -> {
              assertThat(bad.method()).isEqualTo("mining.notify");
              assertThat(bad.reason()).startsWith("mining.notify has a parameter ");
            });
  }

  @Test
  void refusesMoreThan32BranchesAnd16ParamsAnd128CharactersOfJobId() {
    String branch = String.join(",", java.util.Collections.nCopies(33, "'" + HEX64 + "'"));
    String params = String.join(",", java.util.Collections.nCopies(17, "1"));

    assertMalformed("{'method':'mining.notify','params':[" + job(branch, "'1','2','3'") + "]}");
    assertMalformed("{'method':'mining.set_difficulty','params':[" + params + "]}");
    assertMalformed(
        "{'method':'mining.notify','params':["
            + job("", "'1','2','3'").replaceFirst("'j'", "'" + "j".repeat(129) + "'")
            + "]}");
    assertMalformed(
        "{'method':'mining.notify','params':["
            + job("", "'1','2','3'").replaceFirst("'j'", "'" + "\\\\u0001".repeat(60) + "'")
            + "]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "[]",
        "[[[[[[[[[[1]]]]]]]]]]",
        "{'id':1}",
        "{'id':1,'id':2,'result':true}",
        "{'id':1,'result':true,'result':false}",
        "{'id':1,'result':true} x",
        "{'id':1,'result':true}{}",
        "{'id':1,'result':NaN}",
        "{'id':1,'result':Infinity}",
        "{'id':1,'result':true",
        "{'id':1,'result':[[[[[[[[[[1]]]]]]]]]]}",
        "{'id':1.5,'result':true}",
        "{'id':{},'result':true}",
        "{'id':99999999999999999999,'result':true}",
        "{'method':'mining.notify','params':{}}",
        "{'method':'mining.set_difficulty','params':[0]}",
        "{'method':'mining.set_difficulty','params':[-1]}",
        "{'method':'mining.set_difficulty','params':[1e999999999]}",
        "{'method':'mining.set_difficulty','params':[1e-999999999]}",
        "{'method':'mining.set_difficulty','params':['NaN']}",
        "{'method':'mining.set_difficulty','params':[]}",
        "{'method':'mining.set_difficulty','params':[true]}",
        "{'method':'mining.set_target','params':['00']}",
        "{'method':'mining.set_extranonce','params':['0',4]}",
        "{'method':'mining.set_extranonce','params':['00',17]}",
        "{'method':'mining.set_version_mask','params':['xyz']}",
        "{'method':'client.reconnect','params':['h','port']}",
        "{'method':'mining.configure','params':[['version-rolling'],{'a':[]}]}",
      })
  void refusesWhatIsNoMessage(String line) {
    assertMalformed(line);
  }

  @Test
  void refusesNulAndBadUtf8() {
    assertThat(MessageReader.read("{\"id\":1,\"result\":true}\0".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
    assertThat(MessageReader.read("{\"id\":1,\0\"result\":true}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
    assertThat(
            MessageReader.read("{\"id\":1,\"result\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void refusesNumbersOfMoreThan64Digits() {
    assertMalformed("{'id':1,'result':" + "9".repeat(65) + "}");
  }

  @Test
  void refusesMoreTokensThanAnyMessageHas() {
    assertMalformed("{'id':1,'result':[" + "[],".repeat(1000) + "1]}");
  }

  private static void assertMalformed(String line) {
    assertThat(read(line))
        .as(line)
        .isInstanceOfSatisfying(Malformed.class, bad -> assertThat(bad.reason()).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "0.5,0.5",
    "1e-9,1e-9",
    "'''16384.5''',16384.5",
    "1E+12,1e12",
    "65536.0,65536"
  })
  void readsDifficulties(String written, String value) {
    assertThat(read("{'id':3,'method':'mining.set_difficulty','params':[" + written + "]}"))
        .isEqualTo(new Message.SetDifficulty(Id.of(3), Difficulty.parse(value)));
  }

  @Test
  void readsAReconnectWithItsPortAsNumberOrText() {
    assertThat(read("{'id':null,'method':'client.reconnect','params':[]}"))
        .isEqualTo(new Message.Reconnect(Id.NONE, "", 0, 0));
    assertThat(read("{'method':'client.reconnect','params':['h',3333,5]}"))
        .isEqualTo(new Message.Reconnect(Id.NONE, "h", 3333, 5));
    assertThat(read("{'method':'client.reconnect','params':['h','3333',0]}"))
        .isEqualTo(new Message.Reconnect(Id.NONE, "h", 3333, 0));
    assertThat(read("{'method':'client.reconnect'}"))
        .isEqualTo(new Message.Reconnect(Id.NONE, "", 0, 0));
  }

  @Test
  void readsExtranoncesWithAndWithoutSize() {
    assertThat(read("{'method':'mining.set_extranonce','params':['08000002',4]}"))
        .isEqualTo(new Message.SetExtranonce(Id.NONE, Bytes.ofHex("08000002"), 4));
    assertThat(read("{'method':'mining.set_extranonce','params':['',null]}"))
        .isEqualTo(new Message.SetExtranonce(Id.NONE, Bytes.EMPTY, -1));
  }

  @Test
  void readsARequestWhateverItsId() {
    assertThat(read("{'id':42,'method':'mining.ping','params':[]}"))
        .isEqualTo(new Message.Ping(Id.of(42)));
    assertThat(read("{'id':'a','method':'client.get_version','params':null}"))
        .isEqualTo(new Message.GetVersion(new Id(null, "a")));
    for (String odd :
        List.of("{}", "true", "1.5", "99999999999999999999", "'" + "x".repeat(65) + "'")) {
      assertThat(read("{'id':" + odd + ",'method':'mining.ping'}"))
          .isEqualTo(new Message.Ping(Id.NONE));
    }
    assertThat(read("{'jsonrpc':'2.0','method':'mining.set_goal','params':['x']}"))
        .isEqualTo(new Message.Unknown(Id.NONE, "mining.set_goal"));
  }

  @Test
  void readsWhatMinersSay() {
    assertThat(read("{'id':1,'method':'mining.subscribe','params':[]}"))
        .isEqualTo(new Message.Subscribe(Id.of(1), "", null));
    assertThat(read("{'id':1,'method':'mining.subscribe','params':['a/1','s','h','1']}"))
        .isEqualTo(new Message.Subscribe(Id.of(1), "a/1", "s"));
    assertThat(read("{'id':2,'method':'mining.authorize','params':['u']}"))
        .isEqualTo(new Message.Authorize(Id.of(2), "u", ""));
    assertThat(
            read(
                "{'id':4,'method':'mining.submit','params':['u','j','0001','6b02b894','00000003']}"))
        .isEqualTo(
            new Message.Submit(
                Id.of(4), "u", JobId.of("j"), Bytes.ofHex("0001"), 0x6b02b894, 3, null));
    assertThat(
            read(
                "{'id':1,'method':'mining.configure','params':[['version-rolling'],{'version-rolling.mask':'1fffe000','version-rolling.min-bit-count':2}]}"))
        .isEqualTo(
            new Message.Configure(
                Id.of(1),
                List.of("version-rolling"),
                Map.of("version-rolling.mask", "1fffe000", "version-rolling.min-bit-count", "2")));
  }

  @Test
  void refusesASubmitWithItsIdSoThatItCanBeAnswered() {
    Message bad =
        read("{'id':9,'method':'mining.submit','params':['u','j','0001','6b02b89','00000003']}");

    assertThat(bad)
        .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.id()).isEqualTo(Id.of(9)));
  }
}
