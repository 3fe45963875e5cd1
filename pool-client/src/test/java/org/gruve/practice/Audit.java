package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.mine.Ledger;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.practice.WireShares.WireShare;

/**
 * Accounts for every share of a circle that has stopped, by three books: ours, the wire's, the
 * pool's.
 */
final class Audit {
  private final Circle circle;
  private final List<ShareResult> results;
  private final List<WireShare> submitted;

  private Audit(Circle circle) {
    this.circle = circle;
    this.results = circle.results();
    this.submitted = WireShares.of(circle.wire.wires());
  }

  /** Fails where a share was lost, doubled, or credited to a session that it is not of. */
  static void of(Circle circle) {
    Audit audit = new Audit(circle);
    assertThat(circle.faults).isEmpty();
    audit.everyShareEndsOnce();
    audit.theLedgerBalances();
    audit.everyShareIsSentOnce();
    audit.whatTheClientHeardIsWhatThePoolSaid();
    audit.whatThePoolTookIsWorthIt();
  }

  private void everyShareEndsOnce() {
    List<String> ended = hex(results.stream().map(result -> result.share().header()));
    assertThat(ended).doesNotHaveDuplicates();
    assertThat(ended).isEqualTo(hex(circle.offered.stream().map(Share::header)));
  }

  private void theLedgerBalances() {
    Ledger.Totals totals = circle.ledger.totals();
    assertThat(totals.accepted()).isEqualTo(accepted().count());
    assertThat(totals.accepted() + totals.rejected() + totals.stale() + totals.unanswered())
        .isEqualTo(circle.offered.size());
  }

  /**
   * Rebuilding them is half of this. Once more is one sent only where a connection was lost before
   * its answer was heard.
   */
  private void everyShareIsSentOnce() {
    List<String> sent = hex(submitted.stream().map(WireShare::header));
    assertThat(hex(submitted.stream().filter(WireShare::heard).map(WireShare::header)))
        .doesNotHaveDuplicates();
    assertThat(hex(circle.offered.stream().map(Share::header))).containsAll(sent);
  }

  private void whatTheClientHeardIsWhatThePoolSaid() {
    Stream<BlockHeader> heard =
        submitted.stream().filter(share -> share.taken() && share.heard()).map(WireShare::header);
    assertThat(hex(accepted())).isEqualTo(hex(heard));
  }

  private void whatThePoolTookIsWorthIt() {
    List<WireShare> taken = submitted.stream().filter(WireShare::taken).toList();
    assertThat(taken).allMatch(share -> share.target().isMetBy(share.header().hash()));
    long atThePool = circle.atThePool.stream().filter(String::isEmpty).count();
    // A pool that hangs up takes yeses with it that nobody has heard.
    assertThat(atThePool).isBetween((long) taken.size(), taken.size() + circle.lostYeses());
  }

  private Stream<BlockHeader> accepted() {
    return results.stream()
        .filter(result -> result.outcome() == Outcome.ACCEPTED)
        .map(result -> result.share().header());
  }

  private static List<String> hex(Stream<BlockHeader> headers) {
    return headers.map(header -> HexFormat.of().formatHex(header.bytes())).sorted().toList();
  }
}
