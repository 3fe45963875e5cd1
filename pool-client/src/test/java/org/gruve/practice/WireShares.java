package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.practice.WireClient.WireJob;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The shares of one tapped connection, rebuilt from nothing but its lines. */
final class WireShares {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, WireJob> jobs;
  private final Map<Integer, Boolean> answers = new HashMap<>();
  private final Map<Integer, Boolean> heard = new HashMap<>();
  private double difficulty = 1;
  private String extranonce1 = "";

  private WireShares(Map<String, WireJob> jobs) {
    this.jobs = jobs;
  }

  /**
   * A share that was submitted.
   *
   * @param taken whether the pool said yes to it
   * @param heard whether any answer reached the client
   */
  record WireShare(WireJob job, BlockHeader header, boolean taken, boolean heard) {
    Target target() {
      return Difficulty.parse(Double.toString(job.difficulty())).target();
    }
  }

  /**
   * All that were submitted on connections that have ended, in order. One may be of a job of an
   * earlier connection, which it then resumed.
   */
  static List<WireShare> of(List<TappedWire> wires) {
    Map<String, WireJob> jobs = new HashMap<>();
    return wires.stream().flatMap(wire -> of(wire, jobs).stream()).toList();
  }

  private static List<WireShare> of(TappedWire wire, Map<String, WireJob> jobs) {
    WireShares shares = new WireShares(jobs);
    List<String> said = wire.ofThePool();
    for (int i = 0; i < said.size(); i++) {
      shares.hear(JSON.readTree(said.get(i)), i < wire.delivered());
    }
    List<WireShare> submitted = new ArrayList<>();
    Set<BlockHeader> seen = new HashSet<>();
    for (String line : wire.ofTheClient()) {
      JsonNode message = JSON.readTree(line);
      if (message.path("method").asString("").equals("mining.submit")) {
        WireShare share = shares.rebuild(message.get("id").asInt(), message.get("params"));
        assertThat(seen.add(share.header())).as("sent once on a connection").isTrue();
        submitted.add(share);
      }
    }
    return submitted;
  }

  private void hear(JsonNode message, boolean reached) {
    JsonNode params = message.path("params");
    switch (message.path("method").asString("")) {
      case "mining.set_difficulty" -> difficulty = params.get(0).asDouble();
      case "mining.set_extranonce" -> extranonce1 = params.get(0).asString();
      case "mining.notify" ->
          jobs.put(params.get(0).asString(), new WireJob(params, difficulty, extranonce1));
      case "" -> answer(message, reached);
      default -> {
        // Whatever else a pool says is nothing to shares.
      }
    }
  }

  private void answer(JsonNode message, boolean reached) {
    int id = message.get("id").asInt();
    JsonNode result = message.path("result");
    answers.put(id, result.isBoolean() && result.asBoolean());
    heard.put(id, reached);
    if (result.isArray()) {
      extranonce1 = result.get(1).asString();
    }
  }

  private WireShare rebuild(int id, JsonNode params) {
    WireJob job = jobs.get(params.get(1).asString());
    if (job == null) {
      throw new AssertionError("the job of this share is of no connection so far: " + params);
    }
    // The practice pool's versions have no bit of the mask set.
    int version = hex(job.params().get(5).asString()) | hex(params.path(5).asString("0"));
    BlockHeader start = job.header(params.get(2).asString(), version);
    BlockHeader header =
        new BlockHeader(
            version,
            start.prevHash(),
            start.merkleRoot(),
            hex(params.get(3).asString()),
            start.nbits(),
            hex(params.get(4).asString()));
    return new WireShare(
        job, header, answers.getOrDefault(id, false), heard.getOrDefault(id, false));
  }

  private static int hex(String text) {
    return HexFormat.fromHexDigits(text);
  }
}
