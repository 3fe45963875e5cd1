package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts: protocols 1.2 and 1.5. */
class ResponseReaderTest {
  private static Message.Response read(String members) {
    return (Message.Response) Client.read("{'id':4," + members + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'error':null,'result':true",
        "'result':true",
        "'result':true,'error':[]",
        "'result':true,'error':{}",
        "'result':true,'error':false",
        "'result':true,'error':''",
        "'result':true,'error':0",
        "'result':'OK','error':null",
        "'result':{'status':'OK'},'error':null"
      })
  void takesEveryShapeOfYes(String members) {
    assertThat(read(members).accepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'result':false,'error':null | OTHER",
        "'result':false,'error':null,'reject-reason':'Stale' | STALE",
        "'result':false,'error':null,'reject-reason':'Invalid JobID' | STALE",
        "'result':false,'error':null,'reject-reason':'Duplicate' | DUPLICATE",
        "'result':false,'error':null,'reject-reason':'Above target' | LOW_DIFFICULTY",
        "'result':false,'error':null,'reject-reason':'Worker mismatch' | UNAUTHORIZED",
        "'result':false,'error':null,'reject-reason':'Ntime out of range' | OTHER",
        "'result':false,'error':null,'reject-reason':'Invalid version mask' | OTHER",
        "'result':null,'error':[21,'Job not found',''] | STALE",
        "'result':null,'error':[22,'Duplicate share',null] | DUPLICATE",
        "'result':null,'error':[23,'Low difficulty share'] | LOW_DIFFICULTY",
        "'result':null,'error':[24] | UNAUTHORIZED",
        "'result':null,'error':[25,'Not subscribed',null] | NOT_SUBSCRIBED",
        "'result':null,'error':[20,'unknown-work',null] | STALE",
        "'result':null,'error':[20,'Unauthorized worker',null] | UNAUTHORIZED",
        "'result':null,'error':[-3,'Method not found',null] | OTHER",
        "'result':null,'error':['x',7] | OTHER",
        "'error':'Stale' | STALE",
        "'result':false,'error':'low difficulty' | LOW_DIFFICULTY",
        "'error':{'code':22,'message':'x','data':null} | DUPLICATE",
        "'error':{} | OTHER",
        "'error':true | OTHER",
        "'error':21 | STALE",
        "'result':null | OTHER",
        "'result':true,'error':[21,'Job not found',null] | STALE"
      })
  void classifiesEveryShapeOfNo(String members, Refusal refusal) {
    Message.Response response = read(members);

    assertThat(response.accepted()).isFalse();
    assertThat(Refusal.of(response.error())).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[['mining.notify','s']] | s",
        "[['mining.set_difficulty','d'],['mining.notify','s']] | s",
        "['mining.notify','s'] | s",
        "[] | ``",
        "null | ``",
        "[['mining.set_difficulty','d']] | ``",
        "[['mining.notify']] | ``",
        "[['mining.notify','\\u001b[31ms']] | ``",
        "[[7,8],9] | ``",
        "'s' | ``"
      })
  void readsEveryShapeOfASubscription(String pairs, String session) {
    assertThat(read("'result':[" + pairs + ",'f8a1d721',4],'error':null").result())
        .isEqualTo(new Result.Subscription(session, Bytes.ofHex("f8a1d721"), 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[],'f8a1d721']",
        "[[],'f8a1d72',4]",
        "[[],'zz',4]",
        "[[],7,4]",
        "[[],'00',-1]",
        "[[],'00',17]",
        "[[],'00','4']",
        "[[],'00',4.5]"
      })
  void refusesABrokenSubscription(String result) {
    assertThat(read("'result':" + result).result()).isInstanceOf(Result.Other.class);
  }

  @Test
  void refusesAnExtranonce1OfMoreThan32Bytes() {
    assertThat(read("'result':[[],'" + "00".repeat(33) + "',4]").result())
        .isInstanceOf(Result.Other.class);
  }

  @Test
  void takesAnEmptyExtranonce1AndNoExtranonce2() {
    assertThat(read("'result':[[],'',0]").result())
        .isEqualTo(new Result.Subscription("", Bytes.EMPTY, 0));
  }

  @Test
  void readsExtensions() {
    assertThat(
            read("'result':{'version-rolling':true,'version-rolling.mask':'1fffe000','minimum-difficulty':'no','x':[]}")
                .result())
        .isEqualTo(
            new Result.Extensions(
                Map.of(
                    "version-rolling",
                    "true",
                    "version-rolling.mask",
                    "1fffe000",
                    "minimum-difficulty",
                    "no")));
  }

  @Test
  void sanitisesThePoolsWords() {
    assertThat(read("'error':[20,'\\u001b[2Jgone\\u202e',null]").error())
        .isEqualTo(new Fault(20, "?[2Jgone?"));
  }
}
