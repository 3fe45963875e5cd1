package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.Test;

/** A session that was recorded with public-pool, whose share Bitcoin Core took as a block. */
class TranscriptTest {
  private static final String USER = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080.w1";
  private static final String HEADER =
      "0020002010af0c7b33344afae329ccbfae308c0a6d63080b5c6c14914d75a4257921180d"
          + "33b1e91125dee1cfab4b15a8be11d94b15624821e64801afb5ade5fee041628d"
          + "94b8026bffff7f2003000000";
  private static final String HASH =
      "0ef8250b7748e8a25bdb96c786577a33292e489d6b62a672c029dcaa5818f089";

  private final List<String> said =
      TestData.lines("stratum/sv1_publicpool_transcript.txt").stream()
          .filter(line -> line.startsWith("< "))
          .map(line -> line.substring(2))
          .toList();
  private final RecordedOutput out = new RecordedOutput();
  private final ClientSession session =
      new ClientSession(
          new ClientSettings(
              USER,
              "x",
              "probe/1.0",
              0x1fffe000,
              Difficulty.parse("1e-9"),
              null,
              true,
              "localhost"),
          out);

  /** The pool's line with the ids that this session uses in place of the recorded client's. */
  private void hear(int line, int id) {
    String text = said.get(line).replaceFirst("\"id\":\\d+", "\"id\":" + id);
    session.received(MessageReader.read(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private Job firstJob() {
    session.connected(0);
    hear(0, 1);
    hear(1, 2);
    hear(2, 0);
    hear(3, 3);
    hear(4, 0);
    return out.job();
  }

  private static Share golden(Job job) {
    Extranonce2 counter = new Extranonce2(1, 4);
    Hash256 root = Shares.root((MerkleSource.Coinbase) job.merkle(), counter);
    VersionSlice versions = new VersionSlice(0x20000000, 0x1fffe000, 1, 1);
    Work work = new Work(job, counter, root, job.header().time(), versions, 3, 1);
    Candidate candidate = new Candidate(work, versions.version(0), 3);
    BlockHeader header = candidate.header();
    return new Share(candidate, header, header.hash(), "test");
  }

  @Test
  void rebuildsTheGoldenHeaderAndHash() {
    Share share = golden(firstJob());

    assertThat(share.header().bytes()).asHexString().isEqualToIgnoringCase(HEADER);
    assertThat(share.hash().display()).isEqualTo(HASH);
    assertThat(share.job().shareTarget()).isEqualTo(Difficulty.parse("1e-9").target());
    assertThat(share.job().shareTarget().isMetBy(share.hash())).isTrue();
  }

  @Test
  void submitsTheGoldenShareAsTheRecordedClientDid() {
    session.submit(golden(firstJob()), 0);

    String recorded =
        TestData.lines("stratum/sv1_publicpool_transcript.txt").stream()
            .filter(line -> line.contains("mining.submit"))
            .findFirst()
            .orElseThrow()
            .substring(2);
    Message.Submit expected =
        (Message.Submit) MessageReader.read(recorded.getBytes(StandardCharsets.UTF_8));
    Message.Submit sent = (Message.Submit) out.last();
    assertThat(sent).usingRecursiveComparison().ignoringFields("id").isEqualTo(expected);
  }

  @Test
  void classifiesTheRecordedAnswers() {
    Job job = firstJob();
    session.submit(golden(job), 0);
    hear(5, 6);
    session.submit(Shares.of(job, 7, 1), 0);
    hear(6, 7);
    session.submit(Shares.of(job, 8, 1), 0);
    hear(7, 8);

    assertThat(out.results)
        .extracting(ShareResult::outcome)
        .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.STALE);
    assertThat(out.results)
        .extracting(ShareResult::reason)
        .containsExactly("", "Duplicate share", "Job not found");
  }

  @Test
  void followsTheNextBlock() {
    firstJob();
    hear(8, 0);

    assertThat(out.jobs).hasSize(2);
    assertThat(out.job().clean()).isTrue();
    assertThat(out.job().header().prevHash().display()).isEqualTo(HASH);
    assertThat(out.endings).isEmpty();
  }
}
