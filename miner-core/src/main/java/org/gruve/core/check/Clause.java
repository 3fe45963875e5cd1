package org.gruve.core.check;

import static org.gruve.core.check.Need.ANCESTORS;
import static org.gruve.core.check.Need.CLOCK;
import static org.gruve.core.check.Need.COINS;
import static org.gruve.core.check.Need.COIN_ORIGINS;
import static org.gruve.core.check.Need.HEIGHT;
import static org.gruve.core.check.Need.OTHER_BLOCKS;
import static org.gruve.core.check.Need.WHOLE_COIN_SET;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gruve.core.check.PowRules.Retargeting;

/**
 * Every clause of validation, in the order in which Bitcoin Core asks: what holds, the function of
 * Core that says so, its reject reason, and what must be known to ask. {@code docs/spec-map.md}
 * names the class and the test of each.
 */
public enum Clause {
  COMPACT_SIZE(
      "a1.1",
      Scope.FORMAT,
      "A length or count stands in its shortest form and is at most 0x02000000.",
      "ReadCompactSize",
      "Block decode failed"),
  TRANSACTION_FORMAT(
      "a1.2",
      Scope.FORMAT,
      "A transaction has no unknown flag, and a witness part only if it holds a witness.",
      "UnserializeTransaction",
      "Block decode failed"),
  BLOCK_FORMAT(
      "a1.3",
      Scope.FORMAT,
      "A block is 80 bytes and a list of transactions, and nothing follows.",
      "CBlock::SERIALIZE_METHODS",
      "Block decode failed"),
  UNSIGNED_VERSION(
      "a1.4",
      Scope.FORMAT,
      "A transaction's version is unsigned: those that look negative count as 2 and above.",
      "CTransaction::version",
      ""),
  PROOF_OF_WORK(
      "a2.1",
      Scope.HEADER,
      "nBits is a target within the network's limit, and the hash meets it.",
      "CheckBlockHeader",
      "high-hash"),
  SIGNET_SOLUTION(
      "a4.2",
      Scope.BLOCK,
      "On signet, the block is signed as the challenge demands.",
      "CheckSignetBlockSolution",
      "bad-signet-blksig"),
  MERKLE_ROOT(
      "a4.3",
      Scope.BLOCK,
      "The header's merkle root is that of the transactions.",
      "CheckMerkleRoot",
      "bad-txnmrklroot"),
  NO_MERKLE_TWINS(
      "a4.4",
      Scope.BLOCK,
      "No other list of transactions has this root by repeating its end (CVE-2012-2459).",
      "ComputeMerkleRoot",
      "bad-txns-duplicate"),
  BLOCK_LENGTH(
      "a4.5",
      Scope.BLOCK,
      "There is a transaction; they are at most 1,000,000, and as many bytes without witnesses.",
      "CheckBlock",
      "bad-blk-length"),
  COINBASE_FIRST(
      "a4.6", Scope.BLOCK, "The first transaction is a coinbase.", "CheckBlock", "bad-cb-missing"),
  COINBASE_ONCE(
      "a4.7", Scope.BLOCK, "No other transaction is a coinbase.", "CheckBlock", "bad-cb-multiple"),
  HAS_INPUTS(
      "a5.1",
      Scope.TRANSACTION,
      "A transaction has an input.",
      "CheckTransaction",
      "bad-txns-vin-empty"),
  HAS_OUTPUTS(
      "a5.2",
      Scope.TRANSACTION,
      "A transaction has an output.",
      "CheckTransaction",
      "bad-txns-vout-empty"),
  TRANSACTION_SIZE(
      "a5.3",
      Scope.TRANSACTION,
      "A transaction has at most 1,000,000 bytes without witness.",
      "CheckTransaction",
      "bad-txns-oversize"),
  OUTPUT_NOT_NEGATIVE(
      "a5.4",
      Scope.TRANSACTION,
      "No output holds less than nothing.",
      "CheckTransaction",
      "bad-txns-vout-negative"),
  OUTPUT_IN_RANGE(
      "a5.5",
      Scope.TRANSACTION,
      "No output holds more than 21 million coins.",
      "CheckTransaction",
      "bad-txns-vout-toolarge"),
  OUTPUT_TOTAL_IN_RANGE(
      "a5.6",
      Scope.TRANSACTION,
      "All outputs together hold at most 21 million coins.",
      "CheckTransaction",
      "bad-txns-txouttotal-toolarge"),
  INPUTS_DIFFER(
      "a5.7",
      Scope.TRANSACTION,
      "No output is spent twice by one transaction (CVE-2018-17144).",
      "CheckTransaction",
      "bad-txns-inputs-duplicate"),
  COINBASE_SCRIPT_LENGTH(
      "a5.8",
      Scope.TRANSACTION,
      "A coinbase's script has 2 to 100 bytes.",
      "CheckTransaction",
      "bad-cb-length"),
  INPUTS_NAME_OUTPUTS(
      "a5.9",
      Scope.TRANSACTION,
      "Each input of another transaction names an output.",
      "CheckTransaction",
      "bad-txns-prevout-null"),
  LEGACY_SIGOPS(
      "a4.8",
      Scope.BLOCK,
      "The scripts of all inputs and outputs have at most 20,000 signature operations.",
      "GetLegacySigOpCount",
      "bad-blk-sigops"),
  PARENT_KNOWN(
      "a3.1",
      Scope.HEADER,
      "The header names a parent that is known.",
      "AcceptBlockHeader",
      "prev-blk-not-found",
      ANCESTORS),
  PARENT_VALID(
      "a3.2",
      Scope.CHAIN,
      "No block before it broke a rule.",
      "AcceptBlockHeader",
      "bad-prevblk",
      OTHER_BLOCKS),
  REQUIRED_BITS(
      "a3.3",
      Scope.HEADER,
      "nBits is what the retarget of the network demands.",
      "GetNextWorkRequired",
      "bad-diffbits",
      ANCESTORS),
  TIME_AFTER_MEDIAN(
      "a3.4",
      Scope.HEADER,
      "The time is after the median of the eleven times before.",
      "ContextualCheckBlockHeader",
      "time-too-old",
      ANCESTORS),
  NO_TIMEWARP(
      "a3.5",
      Scope.HEADER,
      "Where BIP94 holds, the first block of an interval is at most 600 s before its parent.",
      "ContextualCheckBlockHeader",
      "time-timewarp-attack",
      ANCESTORS),
  TIME_NOT_AHEAD(
      "a3.6",
      Scope.HEADER,
      "The time is at most two hours ahead of the clock.",
      "ContextualCheckBlockHeader",
      "time-too-new",
      CLOCK),
  HEADER_VERSION(
      "a3.7",
      Scope.HEADER,
      "The version is at least 2, 3, 4 from BIP34, BIP66, BIP65 on.",
      "ContextualCheckBlockHeader",
      "bad-version",
      HEIGHT),
  MINIMUM_CHAIN_WORK(
      "a3.8",
      Scope.CHAIN,
      "The chain has the least work that the network's best chain is known to have.",
      "MinimumChainWork",
      "too-little-chainwork",
      OTHER_BLOCKS),
  BEST_CHAIN(
      "a3.9",
      Scope.CHAIN,
      "The chain with the most work counts; between equals, the one whose tip was seen first.",
      "CBlockIndexWorkComparator",
      "",
      OTHER_BLOCKS),
  FINAL(
      "a6.1",
      Scope.TRANSACTION,
      "No transaction is locked until later, by height or by (from BIP113 on, median) time.",
      "IsFinalTx",
      "bad-txns-nonfinal",
      HEIGHT,
      ANCESTORS),
  COINBASE_HEIGHT(
      "a6.2",
      Scope.BLOCK,
      "From BIP34 on, the coinbase begins with the height.",
      "ContextualCheckBlock",
      "bad-cb-height",
      HEIGHT),
  WITNESS_RESERVED_VALUE(
      "a6.3",
      Scope.BLOCK,
      "Where witnesses are committed to, the coinbase's witness is one item of 32 bytes.",
      "CheckWitnessMalleation",
      "bad-witness-nonce-size",
      HEIGHT),
  WITNESS_COMMITMENT(
      "a6.4",
      Scope.BLOCK,
      "The last commitment in the coinbase is that of the witnesses.",
      "CheckWitnessMalleation",
      "bad-witness-merkle-match",
      HEIGHT),
  NO_UNEXPECTED_WITNESS(
      "a6.5",
      Scope.BLOCK,
      "Without a commitment there is no witness.",
      "CheckWitnessMalleation",
      "unexpected-witness",
      HEIGHT),
  BLOCK_WEIGHT(
      "a6.6",
      Scope.BLOCK,
      "The block weighs at most 4,000,000.",
      "GetBlockWeight",
      "bad-blk-weight"),
  NO_OVERWRITE(
      "a7.1",
      Scope.BLOCK,
      "No unspent output is made again (BIP30, with the two blocks that did so).",
      "IsBIP30Repeat",
      "bad-txns-BIP30",
      WHOLE_COIN_SET,
      ANCESTORS),
  SCRIPT_FLAGS(
      "a8.1",
      Scope.BLOCK,
      "The flags of a block follow from its height, but for three blocks known by hash.",
      "GetBlockScriptFlags",
      "",
      HEIGHT),
  INPUTS_EXIST(
      "a7.3",
      Scope.TRANSACTION,
      "What is spent exists and was not spent before.",
      "CheckTxInputs",
      "bad-txns-inputs-missingorspent",
      COINS,
      WHOLE_COIN_SET),
  COINBASE_MATURITY(
      "a7.4",
      Scope.TRANSACTION,
      "A coinbase's output is spent 100 blocks after it at the earliest.",
      "CheckTxInputs",
      "bad-txns-premature-spend-of-coinbase",
      COINS,
      COIN_ORIGINS,
      HEIGHT),
  INPUT_VALUES_IN_RANGE(
      "a7.5",
      Scope.TRANSACTION,
      "What is spent, each and together, holds at most 21 million coins.",
      "CheckTxInputs",
      "bad-txns-inputvalues-outofrange",
      COINS),
  INPUTS_COVER_OUTPUTS(
      "a7.6",
      Scope.TRANSACTION,
      "A transaction's outputs hold no more than its inputs.",
      "CheckTxInputs",
      "bad-txns-in-belowout",
      COINS),
  FEE_IN_RANGE(
      "a7.7",
      Scope.TRANSACTION,
      "A fee is at most 21 million coins.",
      "CheckTxInputs",
      "bad-txns-fee-outofrange",
      COINS),
  FEES_IN_RANGE(
      "a7.8",
      Scope.BLOCK,
      "All fees together are at most 21 million coins.",
      "ConnectBlock",
      "bad-txns-accumulated-fee-outofrange",
      COINS),
  SEQUENCE_LOCKS(
      "a7.9",
      Scope.TRANSACTION,
      "From BIP68 on, each input's relative lock, in blocks or in median time, has run out.",
      "SequenceLocks",
      "bad-txns-nonfinal",
      COINS,
      COIN_ORIGINS,
      ANCESTORS),
  SIGOP_COST(
      "a7.10",
      Scope.BLOCK,
      "Signature operations, those of scripts that spent outputs hash to included, cost at most"
          + " 80,000.",
      "GetTransactionSigOpCost",
      "bad-blk-sigops",
      COINS,
      HEIGHT),
  COINBASE_VALUE(
      "a7.13",
      Scope.BLOCK,
      "The coinbase takes no more than the subsidy and the fees.",
      "GetBlockSubsidy",
      "bad-cb-amount",
      HEIGHT,
      COINS),
  SCRIPTS(
      "a7.11",
      Scope.TRANSACTION,
      "Each input's script and witness satisfy the script of the output that it spends.",
      "CheckInputScripts",
      "block-script-verify-flag-failed",
      COINS,
      HEIGHT),
  UPDATE_COINS(
      "a7.12",
      Scope.CHAIN,
      "A block's inputs leave the coin set and its outputs enter it, unless nobody can spend them;"
          + " genesis' never do.",
      "UpdateCoins",
      "",
      WHOLE_COIN_SET),
  NOT_MUTATED(
      "a4.9",
      Scope.CHAIN,
      "Other transactions under the same header say nothing against the header.",
      "IsBlockMutated",
      ""),
  VERIFY_SCRIPT(
      "a9.1",
      Scope.SCRIPT,
      "The input's script, the output's, the redeem script and the witness run one after another.",
      "VerifyScript",
      ""),
  WITNESS_PROGRAM(
      "a9.2",
      Scope.SCRIPT,
      "Version 0 has 20 or 32 bytes, version 1 with 32 is taproot, all others hold.",
      "VerifyWitnessProgram",
      ""),
  TAPSCRIPT(
      "a9.3",
      Scope.SCRIPT,
      "OP_SUCCESS holds before anything runs; elements, items and what is left are bounded.",
      "ExecuteWitnessScript",
      ""),
  SCRIPT_LIMITS(
      "a9.4",
      Scope.SCRIPT,
      "Scripts, elements, operations, stacks, keys and numbers have limits.",
      "EvalScript",
      ""),
  SIGNATURE_ENCODING(
      "a9.5",
      Scope.SCRIPT,
      "Signatures are read as leniently as ever, or as strictly as the flags say.",
      "ecdsa_signature_parse_der_lax",
      ""),
  LEGACY_SIGHASH(
      "a9.6",
      Scope.SCRIPT,
      "Legacy signatures sign a copy of the transaction, with all its oddities.",
      "SignatureHash",
      ""),
  SEGWIT_SIGHASH("a9.7", Scope.SCRIPT, "Version 0 signs as BIP143 says.", "SignatureHash", ""),
  TAPROOT_SIGHASH(
      "a9.8", Scope.SCRIPT, "Taproot signs as BIP341 says.", "SignatureHashSchnorr", ""),
  MULTISIG(
      "a9.9",
      Scope.SCRIPT,
      "CHECKMULTISIG takes one element too many, and tries keys in order.",
      "EvalScript",
      ""),
  DISABLED_OPERATIONS(
      "a9.10",
      Scope.SCRIPT,
      "Disabled operations fail even where they are not run.",
      "EvalScript",
      ""),
  TAPROOT_COMMITMENT(
      "a9.11",
      Scope.SCRIPT,
      "A script path leads to the key that the output names.",
      "VerifyTaprootCommitment",
      ""),
  ECDSA("a9.12", Scope.SCRIPT, "ECDSA signatures hold.", "CPubKey::Verify", ""),
  SCHNORR("a9.13", Scope.SCRIPT, "Schnorr signatures hold.", "XOnlyPubKey::VerifySchnorr", ""),
  MERKLE_PROOF(
      "a10.1",
      Scope.PROOF,
      "A merkle proof uses all that it has, and leads to a header's root.",
      "CPartialMerkleTree::ExtractMatches",
      ""),
  NO_64_BYTE_LEAF(
      "a10.2",
      Scope.PROOF,
      "No leaf of a proof can be an inner node that looks like a transaction (CVE-2017-12842).",
      "IsBlockMutated",
      ""),
  TIMESTAMP(
      "a10.3",
      Scope.PROOF,
      "A timestamp's operations lead from a file to a header's root.",
      "",
      "");

  private final String id;
  private final Scope scope;
  private final String sentence;
  private final String core;
  private final String rejectReason;
  private final Set<Need> needs;

  Clause(String id, Scope scope, String sentence, String core, String rejectReason, Need... needs) {
    this.id = id;
    this.scope = scope;
    this.sentence = sentence;
    this.core = core;
    this.rejectReason = rejectReason;
    this.needs = Set.of(needs);
  }

  /** What a clause is asked of. */
  public enum Scope {
    /** Bytes, before they are anything else. */
    FORMAT,
    /** A header. */
    HEADER,
    /** A block, but not a transaction alone. */
    BLOCK,
    /** A transaction, in a block or alone. */
    TRANSACTION,
    /** More than one block. */
    CHAIN,
    /** A part of {@link #SCRIPTS}. */
    SCRIPT,
    /** A proof, with the header it leads to. */
    PROOF
  }

  /** Its number, as {@code docs/spec-map.md} and {@code --json} show it. */
  public String id() {
    return id;
  }

  /** What it is asked of. */
  public Scope scope() {
    return scope;
  }

  /** What holds. */
  public String sentence() {
    return sentence;
  }

  /** The function of Bitcoin Core that says so. */
  public String core() {
    return core;
  }

  /**
   * Bitcoin Core's reject reason, to which a version or a script's error may be added; empty where
   * nothing is rejected by it.
   */
  public String rejectReason() {
    return rejectReason;
  }

  /** What must be known to ask. */
  public Set<Need> needs() {
    return needs;
  }

  /** Whether there is such a rule on a network. */
  public boolean appliesTo(Network network) {
    return switch (this) {
      case SIGNET_SOLUTION -> network == Network.SIGNET;
      case NO_TIMEWARP -> network.pow().retargeting() == Retargeting.BIP94;
      default -> true;
    };
  }

  /** All clauses of some scopes that a network has, in the order in which they are asked. */
  static List<Clause> of(Network network, Set<Scope> scopes) {
    return Arrays.stream(values())
        .filter(clause -> scopes.contains(clause.scope) && clause.appliesTo(network))
        .toList();
  }
}
