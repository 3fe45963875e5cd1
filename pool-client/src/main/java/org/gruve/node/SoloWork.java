package org.gruve.node;

import java.util.List;
import org.gruve.core.block.*;
import org.gruve.core.hash.*;
import org.gruve.core.work.*;

/** A stand-in until part template has written it. */
public final class SoloWork {
  private final Template template;
  private final Job job;

  public static SoloWork of(
      String id,
      Template t,
      Bytes payout,
      Bytes tag,
      Bytes extranonce1,
      boolean clean,
      JobOrigin origin) {
    return new SoloWork(id, t, payout, tag, extranonce1, clean, origin);
  }

  private SoloWork(
      String id,
      Template t,
      Bytes payout,
      Bytes tag,
      Bytes extranonce1,
      boolean clean,
      JobOrigin origin) {
    template = t;
    Bytes head = ScriptPush.number(t.height());
    byte[] zero = new byte[4];
    Bytes script =
        head.then(ScriptPush.data(extranonce1.then(Bytes.of(zero)))).then(ScriptPush.data(tag));
    Transaction coinbase =
        new Transaction(
            2,
            List.of(new TxIn(new OutPoint(Hash256.ZERO, -1), script, 0xfffffffe, List.of())),
            List.of(
                new TxOut(t.coinbaseValue(), payout),
                new TxOut(0, t.witnessCommitment().orElseThrow())),
            t.height() - 1);
    byte[] bytes = coinbase.strippedBytes();
    int at = 4 + 1 + 36 + 1 + head.size() + 1 + 4;
    job =
        new Job(
            id,
            new HeaderTemplate(t.version(), t.previousHash(), t.curTime(), t.nbits()),
            new MerkleSource.Coinbase(
                Bytes.of(bytes, 0, at),
                4,
                Bytes.of(bytes, at + 4, bytes.length - at - 4),
                List.of()),
            t.versionMask(),
            CompactBits.target(t.nbits()).orElseThrow(),
            clean,
            origin);
  }

  public Template template() {
    return template;
  }

  public Job job() {
    return job;
  }

  public byte[] block(Share share) {
    return block(share.candidate().work().extranonce2(), share.header());
  }

  private byte[] block(Extranonce2 e2, BlockHeader header) {
    MerkleSource.Coinbase c = (MerkleSource.Coinbase) job.merkle();
    Transaction plain =
        Transaction.parse(c.prefix().then(Bytes.of(e2.bytes())).then(c.suffix()).toArray());
    TxIn in = plain.inputs().getFirst();
    Transaction whole =
        new Transaction(
            2,
            List.of(
                new TxIn(
                    in.prevout(), in.script(), in.sequence(), List.of(Bytes.of(new byte[32])))),
            plain.outputs(),
            plain.lockTime());
    return new Block(header, List.of(whole)).bytes();
  }

  public byte[] proposal() {
    MerkleSource.Coinbase c = (MerkleSource.Coinbase) job.merkle();
    Hash256 root = Sha256d.hash(c.prefix().then(Bytes.of(new byte[4])).then(c.suffix()).toArray());
    return block(
        new Extranonce2(0, 4),
        job.header().header(template.version(), root, template.curTime(), 0));
  }
}
