package org.gruve.node;

/** What a node's reasons to reject a block mean to who mined it. */
final class RejectText {
  private RejectText() {}

  static String of(String reason) {
    return switch (reason.replaceFirst("\\(.*", "").strip()) {
      case "duplicate-invalid" -> "the node has seen this very block before and found it invalid";
      case "high-hash" -> "its hash does not meet the target that the node asks for";
      case "bad-diffbits" -> "its nBits are not those that the chain asks for at its time";
      case "bad-txnmrklroot" -> "its header does not belong to its transactions";
      case "bad-cb-height" -> "its coinbase does not begin with the block's height";
      case "bad-cb-amount" -> "its coinbase takes more than subsidy and fees";
      case "bad-cb-length" -> "its coinbase's script has not 2 to 100 bytes";
      case "bad-witness-merkle-match" -> "its coinbase commits to other witnesses";
      case "bad-witness-nonce-size" -> "its coinbase's witness is not 32 bytes";
      case "unexpected-witness" -> "it has a witness without a commitment, or before segwit";
      case "time-too-old" -> "its time is not after the median of the eleven blocks before it";
      case "time-too-new" ->
          "its time is more than two hours ahead of the node's clock; check both clocks";
      case "time-timewarp-attack" -> "its time lies too far before that of the block before it";
      case "bad-version" -> "its version is no longer allowed";
      case "prev-blk-not-found" -> "the node does not know the block before it";
      case "bad-prevblk" -> "the block before it is invalid";
      case "bad-signet-blksig" -> "it is not signed as this signet demands";
      case "bad-txns-nonfinal" -> "it holds a transaction that is still locked";
      case "bad-blk-weight", "bad-blk-length" -> "it is too large";
      case "bad-blk-sigops" -> "it holds too many signature operations";
      case "bad-txns-inputs-missingorspent" ->
          "it spends a coin that does not exist or is spent already";
      default -> "the node's rules do not allow it";
    };
  }
}
