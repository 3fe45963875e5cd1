package org.gruve.cli;

import java.util.Optional;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolEvent;
import org.gruve.stratum.v1.SessionNotice;

/** What happens at pools, in words. */
final class PoolTexts {

  /** The words, or nothing for what is told in another way. */
  Optional<String> of(PoolEvent event) {
    return switch (event) {
      case PoolEvent.Connecting connecting ->
          Optional.of("connecting to " + connecting.account().name());
      case PoolEvent.Connected connected ->
          Optional.of(
              (connected.account() instanceof PoolAccount ? "use pool " : "use node ")
                  + connected.account().name()
                  + address(connected));
      case PoolEvent.Notice notice -> of(notice.notice());
      case PoolEvent.Said said -> Optional.of(said.account().name() + ": " + said.text());
      case PoolEvent.Lost lost -> Optional.empty();
      case PoolEvent.Turned turned -> Optional.empty();
      case PoolEvent.BlockDelivered block -> Optional.empty();
      case PoolEvent.Chain chain -> Optional.empty();
      case PoolEvent.NewJob job -> Optional.empty();
      case PoolEvent.ShareEnded share -> Optional.empty();
      case PoolEvent.GaveUp gaveUp -> Optional.empty();
    };
  }

  private static Optional<String> of(SessionNotice notice) {
    return switch (notice) {
      case SessionNotice.Subscribed subscribed -> Optional.empty();
      case SessionNotice.Authorized authorized -> Optional.of("authorised as " + authorized.user());
      case SessionNotice.VersionRolling rolling ->
          rolling.mask() == 0
              ? Optional.empty()
              : Optional.of(String.format("version rolling with mask %08x", rolling.mask()));
      case SessionNotice.DifficultyChanged changed ->
          Optional.of(
              "difficulty "
                  + Figures.count(changed.difficulty().value().doubleValue())
                  + " from the next job");
      case SessionNotice.PoolMessage message ->
          Optional.of("the pool says \"" + message.text() + "\"");
      case SessionNotice.Oddity oddity -> Optional.of(oddity.text());
    };
  }

  /** Where the name led to, unless it is an address itself. */
  private static String address(PoolEvent.Connected connected) {
    boolean told = connected.address().contains(connected.account().name());
    return told ? "" : " " + connected.address();
  }
}
