package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TemplateTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String WITNESS = "getblocktemplate-regtest-128-witness";

  private final ObjectNode json = Recorded.template(WITNESS);

  private void refuses(String words) {
    assertThatThrownBy(() -> Template.parse(json))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(words);
  }

  private ObjectNode transaction(int index) {
    return (ObjectNode) json.path("transactions").get(index);
  }

  @ParameterizedTest
  @MethodSource("org.gruve.node.Recorded#templates")
  void readsWhatCoreSays(String name) {
    JsonNode said = Recorded.result(name);
    Template template = Template.parse(said);
    assertThat(template.height()).isEqualTo(said.path("height").intValue());
    assertThat(template.previousHash())
        .isEqualTo(Hash256.fromDisplay(said.path("previousblockhash").stringValue()));
    assertThat(template.coinbaseValue()).isEqualTo(said.path("coinbasevalue").longValue());
    assertThat(template.transactions()).hasSize(said.path("transactions").size());
    assertThat(template.fees()).hasSize(said.path("transactions").size());
    assertThat(template.longPollId()).isEqualTo(said.path("longpollid").stringValue());
    assertThat(template.target().hex()).isEqualTo(said.path("target").stringValue());
    assertThat(template.versionMask()).isEqualTo(0x1fffe000);
    assertThat(template.witness()).isTrue();
    assertThat(template.witnessCommitment().orElseThrow().hex())
        .isEqualTo(said.path("default_witness_commitment").stringValue());
  }

  @Test
  void hasTemplatesWithAndWithoutWitnessesToReadFrom() {
    Template plain = Template.parse(Recorded.result("getblocktemplate-regtest-128-plain"));
    assertThat(plain.transactions()).isNotEmpty().noneMatch(tx -> tx.hasWitness());
    assertThat(Template.parse(json).transactions()).anyMatch(tx -> tx.hasWitness());
  }

  @Test
  void takesNoMoneyThatIsNotAWholeNumberInRange() {
    List<JsonNode> wrong =
        List.of(
            JSON.numberNode(1.5),
            JSON.numberNode(5e9),
            JSON.stringNode("5000000000"),
            JSON.numberNode(-1),
            JSON.numberNode(2_100_000_000_000_001L),
            JSON.numberNode(new java.math.BigInteger("9".repeat(60))),
            JSON.booleanNode(true),
            JSON.arrayNode());
    for (JsonNode value : wrong) {
      json.set("coinbasevalue", value);
      refuses("the template's coinbasevalue ");
    }
    json.put("coinbasevalue", 0);
    assertThat(Template.parse(json).coinbaseValue()).isZero();
    json.put("coinbasevalue", 2_100_000_000_000_000L);
    assertThat(Template.parse(json).coinbaseValue()).isEqualTo(2_100_000_000_000_000L);
  }

  @Test
  void refusesAnUnknownRuleThatMustBeKnown() {
    json.putArray("rules").add("csv").add("!segwit").add("!tomorrow\u001b");
    assertThatThrownBy(() -> Template.parse(json))
        .isInstanceOfSatisfying(
            TemplateException.class, refused -> assertThat(refused.hopeless()).isTrue())
        .hasMessageContaining("!tomorrow?");
    json.putArray("rules").add("segwit").add("tomorrow");
    assertThat(Template.parse(json).witness()).isTrue();
    json.putArray("rules").add(7);
    refuses("rules");
  }

  @Test
  void readsServersThatSayLess() {
    for (String name :
        List.of("target", "sigoplimit", "weightlimit", "sizelimit", "longpollid", "mintime")) {
      json.remove(name);
    }
    json.remove("default_witness_commitment");
    json.path("transactions").forEach(tx -> ((ObjectNode) tx).remove("fee"));
    Template template = Template.parse(json);
    assertThat(template.weightLimit()).isEqualTo(4_000_000);
    assertThat(template.sigOpLimit()).isEqualTo(80_000);
    assertThat(template.longPollId()).isEmpty();
    assertThat(template.fees()).isEmpty();
    assertThat(template.witnessCommitment())
        .isEqualTo(Template.parse(Recorded.result(WITNESS)).witnessCommitment());
    json.put("sizelimit", 500_000);
    assertThat(Template.parse(json).weightLimit()).isEqualTo(2_000_000);
  }

  @Test
  void readsWhatServersBeforeSegwitCallAHash() {
    for (JsonNode tx : json.path("transactions")) {
      ((ObjectNode) tx).set("hash", tx.path("txid"));
      ((ObjectNode) tx).remove("txid");
    }
    assertThat(Template.parse(json).transactions()).isNotEmpty();
  }

  @Test
  void comparesWhatIsSaidOfTransactionsWithWhatTheyAre() {
    for (String name : List.of("txid", "hash")) {
      String right = transaction(0).path(name).stringValue();
      transaction(0).put(name, "00".repeat(32));
      refuses("the template's transaction 1's " + name + " is 00");
      transaction(0).put(name, right);
    }
    transaction(0).put("weight", 7);
    refuses("weight is 7");
  }

  @Test
  void namesTheTransactionThatIsNone() {
    String data = transaction(1).path("data").stringValue();
    for (String wrong :
        List.of("", "00", "zz", data + "00", data.substring(2), data.substring(0, 60))) {
      transaction(1).put("data", wrong);
      refuses("the template's transaction 2's data ");
    }
    transaction(1).put("data", data);
    ((ArrayNode) json.path("transactions")).set(1, JSON.numberNode(4));
    refuses("the template's transaction 2 is not a JSON object");
  }

  @Test
  void refusesAnOrderThatDoesNotHold() {
    transaction(0).putArray("depends").add(1);
    refuses("depends names 1");
    transaction(0).putArray("depends").add(0);
    refuses("depends names 0");
    transaction(0).putArray("depends").add("x");
    refuses("depends holds");
  }

  @Test
  void refusesTooManyTransactionsAndTooHeavyOnes() {
    ArrayNode many = json.putArray("transactions");
    for (int i = 0; i < 20_001; i++) {
      many.addObject();
    }
    refuses("transactions has 20001 elements");
    ObjectNode heavy = Recorded.template(WITNESS);
    heavy.put("weightlimit", 700);
    assertThatThrownBy(() -> Template.parse(heavy)).hasMessageContaining("weight limit of 700");
    heavy.put("weightlimit", 4_000_000).put("sigoplimit", 1);
    assertThatThrownBy(() -> Template.parse(heavy)).hasMessageContaining("signature operations");
  }

  @Test
  void refusesACommitmentToOtherWitnesses() {
    json.put("default_witness_commitment", "6a24aa21a9ed" + "11".repeat(32));
    refuses("default_witness_commitment is not what its transactions' witnesses hash to");
    json.putArray("rules").add("csv");
    assertThat(Template.parse(json).witnessCommitment()).isEmpty();
  }

  @Test
  void refusesATargetThatItsBitsDoNotStandFor() {
    json.put("bits", "1d00ffff");
    refuses("target is not what its bits stand for");
    for (String bits : List.of("00000000", "ff7fffff", "01800000", "207fff", "xyzxyzxy", "")) {
      json.put("bits", bits);
      refuses("bits ");
    }
  }

  @Test
  void refusesNumbersOutOfRange() {
    Map<String, List<Long>> wrong =
        Map.of(
            "height", List.of(0L, -1L, 500_000_000L, 1L << 40),
            "curtime", List.of(-1L, 1L << 32),
            "mintime", List.of(-1L, 1L << 32),
            "maxtime", List.of(-1L, 1L << 32),
            "version", List.of(1L << 32, -1L << 32),
            "vbrequired", List.of(-1L, 1L << 32),
            "weightlimit", List.of(0L, 4_000_001L),
            "sigoplimit", List.of(0L, 80_001L));
    wrong.forEach(
        (name, values) -> {
          JsonNode right = json.path(name);
          values.forEach(
              value -> {
                json.put(name, value);
                refuses("the template's " + name + " is " + value);
              });
          json.set(name, right.isMissingNode() ? JSON.nullNode() : right);
        });
    assertThat(Template.parse(json)).isNotNull();
  }

  @Test
  void neverStartsBeforeTheEarliestTime() {
    json.put("mintime", 2_000_000_000).put("curtime", 1_999_999_000);
    assertThat(Template.parse(json).time()).isEqualTo(2_000_000_000);
    json.put("curtime", 4_000_000_000L);
    assertThat(Integer.toUnsignedLong(Template.parse(json).time())).isEqualTo(4_000_000_000L);
  }

  @Test
  void rollsNoVersionBitThatTheNodeUsesOrOffers() {
    json.put("version", 0x20000000L | 1 << 14).put("vbrequired", 1 << 13);
    json.putObject("vbavailable").put("taproot", 2).put("testdummy", 28);
    assertThat(Template.parse(json).versionMask())
        .isEqualTo(0x1fffe000 & ~(1 << 13 | 1 << 14 | 1 << 28));
    json.put("version", 4);
    assertThat(Template.parse(json).versionMask()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"51", "60", "0101", "0200ff", "028001"})
  void takesSignetsThatAnyoneMaySolve(String challenge) {
    ObjectNode signet = Recorded.template("getblocktemplate-signet-1");
    signet.put("signet_challenge", challenge);
    assertThat(Template.parse(signet).signetChallenge()).contains(Bytes.ofHex(challenge));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "0100", "0180", "020080", "5151", "01", "4c0101", "512103ad"})
  void refusesSignetsThatNeedASignature(String challenge) {
    ObjectNode signet = Recorded.template("getblocktemplate-signet-1");
    signet.put("signet_challenge", challenge);
    assertThatThrownBy(() -> Template.parse(signet))
        .isInstanceOfSatisfying(
            TemplateException.class, refused -> assertThat(refused.hopeless()).isTrue())
        .hasMessageContaining("must be signed");
  }

  @Test
  void refusesWhatItCannotDo() {
    json.put("noncerange", "000000007fffffff");
    refuses("noncerange");
    json.put("noncerange", "00000000ffffffff");
    json.remove("coinbasevalue");
    json.putObject("coinbasetxn").put("data", "00");
    refuses("coinbasetxn");
  }

  @Test
  void pushesTheAuxiliaryValues() {
    json.putObject("coinbaseaux").put("flags", "0102").put("none", "").put("more", "ff");
    assertThat(Template.parse(json).coinbaseAux().hex()).isEqualTo("02010201ff");
    json.putObject("coinbaseaux").put("flags", 5);
    refuses("coinbaseaux value flags is not a text");
    json.putObject("coinbaseaux").put("a", "00".repeat(50)).put("b", "00".repeat(50));
    refuses("coinbaseaux does not fit");
    json.putObject("coinbaseaux").put("\u001b[2J" + "x".repeat(9999), 5);
    refuses("coinbaseaux value ?[2Jxxx");
    json.put("coinbaseaux", "text");
    refuses("coinbaseaux is not a JSON object");
  }

  @Test
  void refusesEveryFieldOfAnotherType() {
    List<JsonNode> others =
        List.of(
            JSON.numberNode(1.5),
            JSON.stringNode("zz"),
            JSON.booleanNode(false),
            JSON.arrayNode().add(JSON.arrayNode()),
            JSON.objectNode().set("x", JSON.arrayNode()));
    for (String name : json.propertyNames()) {
      JsonNode right = json.path(name);
      for (JsonNode other : others) {
        json.set(name, other);
        onlySentences(json);
      }
      json.set(name, right);
    }
    for (JsonNode other : others) {
      assertThatThrownBy(() -> Template.parse(other)).isInstanceOf(TemplateException.class);
      if (!other.isObject()) {
        assertThatThrownBy(() -> Template.parse(other)).hasMessageContaining("not a JSON object");
      }
    }
  }

  @Test
  void survivesTextsChangedAtRandom() {
    long seed = Long.getLong("gruve.seed", System.nanoTime());
    System.out.println("seed " + seed + " (-Dgruve.seed)");
    Random random = new Random(seed);
    JsonMapper mapper = new JsonMapper();
    byte[] text = mapper.writeValueAsBytes(json);
    for (int i = 0; i < 3_000; i++) {
      byte[] changed = text.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) (' ' + random.nextInt(95));
      }
      try {
        onlySentences(mapper.readTree(changed));
      } catch (tools.jackson.core.JacksonException _) {
        // No JSON, and no business of ours.
      }
    }
  }

  /** Read, or refused in words. */
  private static void onlySentences(JsonNode node) {
    try {
      assertThat(Template.parse(node)).isNotNull();
    } catch (TemplateException e) {
      assertThat(e.sentence()).isNotBlank().hasSizeLessThan(400);
    }
  }

  @Test
  void keepsBlocksOfOtherLengthsApart() {
    Consumer<String> previous = hex -> json.put("previousblockhash", hex);
    previous.accept("00");
    refuses("previousblockhash is not 32 bytes");
    previous.accept(HexFormat.of().formatHex(new byte[33]));
    refuses("previousblockhash has 66 characters");
  }
}
