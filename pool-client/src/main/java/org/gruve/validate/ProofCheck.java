package org.gruve.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Clause;
import org.gruve.core.check.Context;
import org.gruve.core.check.HeaderValidation;
import org.gruve.core.check.Network;
import org.gruve.validate.Findings.Broken;
import org.gruve.validate.OtsProof.Attestation;
import org.gruve.validate.PartialMerkleTree.Extracted;
import org.gruve.validate.PartialMerkleTree.Match;
import org.gruve.validate.PartialMerkleTree.Refusal;

/**
 * Judges proofs by headers. A proof holds where the headers begin with genesis or a checkpoint,
 * keep all rules, and have the work that the network's chain is known to have; by lesser headers,
 * or none, it is only incomplete.
 */
public final class ProofCheck {
  private static final Rule TREE = Rule.of(Clause.MERKLE_PROOF);
  private static final Rule NO_64_BYTES = Rule.of(Clause.NO_64_BYTE_LEAF);
  private static final Rule STAMP = Rule.of(Clause.TIMESTAMP);
  private static final Rule WORK = Rule.of(Clause.PROOF_OF_WORK);
  private static final Rule CHAIN_WORK = Rule.of(Clause.MINIMUM_CHAIN_WORK);
  private static final Rule ABOUT = new Rule("a10.4", "The file has the digest that is attested.");

  private final Network network;
  private final Optional<HeaderCheck> headers;
  private final Findings findings = new Findings();
  private final Map<String, Object> facts = new LinkedHashMap<>();

  private ProofCheck(Network network, Optional<HeaderCheck> headers) {
    this.network = network;
    this.headers = headers;
    headers.ifPresent(HeaderCheck::requireGood);
    facts.put("network", network.id());
  }

  /**
   * Judges a merkle block.
   *
   * @param transaction one that it is to prove, if somebody has it
   */
  public static Result ofMerkleBlock(
      Network network, byte[] bytes, Optional<HeaderCheck> headers, Optional<byte[]> transaction) {
    ProofCheck check = new ProofCheck(network, headers);
    check.merkleBlock(bytes, transaction);
    return new Result("merkle proof", check.findings, check.facts);
  }

  /**
   * Judges an OpenTimestamps proof.
   *
   * @param content what it is about, if somebody has it
   */
  public static Result ofTimestamp(
      Network network, byte[] bytes, Optional<HeaderCheck> headers, Optional<Path> content) {
    ProofCheck check = new ProofCheck(network, headers);
    check.timestamp(OtsProof.parse(bytes), content);
    return new Result("timestamp", check.findings, check.facts);
  }

  private void merkleBlock(byte[] bytes, Optional<byte[]> transaction) {
    try {
      MerkleBlock block = MerkleBlock.parse(bytes);
      facts.put("block", block.header().hash().display());
      Extracted extracted = PartialMerkleTree.extractMatches(block);
      if (!extracted.root().equals(block.header().merkleRoot())) {
        broken(TREE, "its hashes lead to " + extracted.root() + ", not to the header's root");
        return;
      }
      findings.checked(TREE);
      matches(extracted.matches());
      leaves(extracted.matches(), transaction);
      header(block.header());
    } catch (FormatException e) {
      broken(TREE, String.valueOf(e.getMessage()));
    } catch (Refusal e) {
      broken(TREE, e.sentence());
    }
  }

  private void matches(List<Match> matches) {
    if (matches.isEmpty()) {
      broken(TREE, "it proves no transaction");
    }
    facts.put("txids", matches.stream().map(match -> match.txid().display()).toList());
    facts.put("positions", matches.stream().map(match -> (long) match.position()).toList());
  }

  /**
   * That no node is a transaction was seen on the way; that no leaf is a node is seen by its size.
   */
  private void leaves(List<Match> matches, Optional<byte[]> transaction) {
    if (transaction.isEmpty()) {
      findings.checked(NO_64_BYTES);
      findings.assume("no transaction that is proven has 64 bytes; --tx tells");
      return;
    }
    Transaction given = parsed(transaction.get());
    boolean proven = matches.stream().anyMatch(match -> match.txid().equals(given.txid()));
    if (!proven) {
      broken(TREE, "it does not prove transaction " + given.txid());
    } else if (given.strippedSize() == 64) {
      broken(NO_64_BYTES, "the transaction has 64 bytes, as two hashes have");
    } else {
      findings.checked(NO_64_BYTES);
    }
  }

  private static Transaction parsed(byte[] bytes) {
    try {
      return Transaction.parse(bytes);
    } catch (FormatException e) {
      throw InputException.invalid("--tx is no transaction: " + e.getMessage()).because(e);
    }
  }

  private void header(BlockHeader header) {
    var report = new HeaderValidation(network).check(header, Context.NONE);
    if (!report.verdict().isValid()) {
      broken(WORK, "the header's hash " + header.hash() + " does not meet its nBits");
      return;
    }
    findings.checked(WORK);
    Optional<Integer> height = headers.flatMap(known -> known.headers().heightOf(header.hash()));
    if (height.isEmpty()) {
      findings.unchecked(CHAIN_WORK, headers.isEmpty() ? "no headers are given" : "not in them", 1);
      return;
    }
    chain(headers.orElseThrow(), height.get());
  }

  /** What headers are worth in which the proof's header was found. */
  private void chain(HeaderCheck known, int height) {
    if (known.knowsHeights()) {
      facts.put("height", (long) height);
      facts.put("confirmations", (long) known.headers().height() - height + 1);
    }
    if (known.hasMinimumWork() || known.isVouchedFor(height)) {
      findings.checked(CHAIN_WORK);
    } else {
      findings.unchecked(
          CHAIN_WORK,
          "the headers neither reach the least work of "
              + network
              + " from genesis on nor hold its checkpoint, "
              + Checkpoint.of(network).height()
              + ", and what retargets after it depend on",
          1);
    }
  }

  private void timestamp(OtsProof proof, Optional<Path> content) {
    facts.put("digest", proof.digest().hex());
    if (content.isEmpty()) {
      findings.unchecked(ABOUT, "the file is not given; --of names it", 1);
    } else if (isAbout(proof, content.get())) {
      findings.checked(ABOUT);
    } else {
      broken(ABOUT, "the file has another digest than " + proof.digest());
    }
    List<String> pending = new ArrayList<>();
    List<Attestation.Bitcoin> blocks = new ArrayList<>();
    for (Attestation attestation : proof.attestations()) {
      switch (attestation) {
        case Attestation.Pending(String uri) -> pending.add(uri);
        case Attestation.Bitcoin block -> blocks.add(block);
        case Attestation.Other _ -> {
          // Other chains are not ours to judge.
        }
      }
    }
    facts.put("pending", pending);
    facts.put("heights", blocks.stream().map(Attestation.Bitcoin::height).toList());
    attested(blocks, pending);
  }

  private static boolean isAbout(OtsProof proof, Path content) {
    try (InputStream in = Files.newInputStream(content)) {
      return proof.isAbout(in);
    } catch (IOException e) {
      throw InputException.io("cannot read " + content, e);
    }
  }

  private void attested(List<Attestation.Bitcoin> blocks, List<String> pending) {
    if (blocks.isEmpty()) {
      String why = pending.isEmpty() ? "no block attests it" : "calendars only promise it so far";
      findings.unchecked(STAMP, why, 1);
      return;
    }
    // One that holds is enough; only where none does, the first that does not counts.
    blocks.stream()
        .filter(block -> header(block).isPresent())
        .min(Comparator.comparingInt(block -> holds(block) ? 0 : 1))
        .ifPresentOrElse(
            block -> judge(block, header(block).orElseThrow()),
            () ->
                findings.unchecked(STAMP, "no header at height " + blocks.getFirst().height(), 1));
  }

  private Optional<BlockHeader> header(Attestation.Bitcoin block) {
    return headers
        .filter(HeaderCheck::knowsHeights)
        .flatMap(known -> known.headers().at(block.height()));
  }

  private boolean holds(Attestation.Bitcoin block) {
    return header(block).map(BlockHeader::merkleRoot).equals(Optional.of(block.root()));
  }

  private void judge(Attestation.Bitcoin block, BlockHeader header) {
    if (!header.merkleRoot().equals(block.root())) {
      broken(STAMP, "it leads to " + block.root() + ", not the root of block " + block.height());
      return;
    }
    findings.checked(STAMP);
    facts.put("block", header.hash().display());
    facts.put("time", Instant.ofEpochSecond(Integer.toUnsignedLong(header.time())).toString());
    chain(headers.orElseThrow(), (int) block.height());
  }

  private void broken(Rule rule, String sentence) {
    findings.broken(new Broken(rule, "bad-proof", sentence, Optional.empty(), "", 0));
  }
}
