package org.gruve.core.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.Lock;

/** A regtest chain whose coins are locked in every usual way, and valid blocks to go on with. */
public final class RegtestWorld {
  /** Seconds between blocks. */
  public static final int SPACING = 600;

  private static final int MATURITY = 100;
  private static final long MOST_FEE = 20_000;
  private static final long LEAST_VALUE = 100_000;

  private final RandomGenerator random;
  private final List<BlockHeader> headers = new ArrayList<>();
  private final Map<OutPoint, Held> coins = new LinkedHashMap<>();
  private long seed = 100;

  /** A coin, and what opens it. */
  private record Held(OutPoint outpoint, Coin coin, Lock lock) {}

  /** Only genesis. */
  public RegtestWorld(RandomGenerator random) {
    this.random = random;
    headers.add(Network.REGTEST.genesisHeader());
  }

  /** The chain so far. */
  public Ancestors chain() {
    return new TestChain(0, headers);
  }

  /** All coins that are not spent, of which some may not be mature. */
  public CoinView view() {
    Map<OutPoint, Coin> map = new HashMap<>();
    coins.forEach((outpoint, held) -> map.put(outpoint, held.coin()));
    return new CoinView() {
      @Override
      public Optional<Coin> coin(OutPoint outpoint) {
        return Optional.ofNullable(map.get(outpoint));
      }

      @Override
      public boolean isWhole() {
        return true;
      }
    };
  }

  /** A valid block after the chain, with so many transactions where coins suffice. */
  public Draft draft(int transactions) {
    int height = headers.size();
    List<Lock> locks = Lock.all(seed);
    seed += 2;
    List<Transaction> spends = new ArrayList<>();
    Map<OutPoint, Held> left = new LinkedHashMap<>(coins);
    long fees = 0;
    for (int i = 0; i < transactions; i++) {
      List<Held> inputs = pick(left, height);
      if (inputs.isEmpty()) {
        break;
      }
      long fee = random.nextLong(MOST_FEE);
      Transaction tx = spend(inputs, fee, locks, height);
      fees += fee;
      spends.add(tx);
      hold(tx, locks, height, false, left);
    }
    return new Draft(header(), spends, height, Subsidy.at(Network.REGTEST, height) + fees, locks);
  }

  /** One valid transaction that a block after the chain could hold; empty where no coin is left. */
  public List<Transaction> transaction() {
    int height = headers.size();
    List<Held> inputs = pick(new LinkedHashMap<>(coins), height);
    List<Lock> locks = Lock.all(seed);
    return inputs.isEmpty()
        ? List.of()
        : List.of(spend(inputs, random.nextLong(MOST_FEE), locks, height));
  }

  /** Goes on with a sealed draft. */
  public void add(Draft draft, Block block) {
    headers.add(block.header());
    for (Transaction tx : block.transactions()) {
      tx.inputs().forEach(in -> coins.remove(in.prevout()));
      hold(tx, draft.locks(), draft.height(), tx.isCoinbase(), coins);
    }
  }

  private BlockHeader header() {
    BlockHeader last = headers.getLast();
    return new BlockHeader(
        0x2000_0000, last.hash(), Hash256.ZERO, last.time() + SPACING, last.nbits(), 0);
  }

  private List<Held> pick(Map<OutPoint, Held> from, int height) {
    List<Held> ready =
        from.values().stream().filter(held -> isMature(held.coin(), height)).toList();
    List<Held> picked = new ArrayList<>();
    int count = Math.min(ready.size(), 1 + random.nextInt(4));
    while (picked.size() < count) {
      Held held = ready.get(random.nextInt(ready.size()));
      if (!picked.contains(held)) {
        picked.add(held);
      }
    }
    picked.forEach(held -> from.remove(held.outpoint()));
    return picked;
  }

  private static boolean isMature(Coin coin, int height) {
    Coin.Origin origin = coin.origin().orElseThrow();
    boolean spendable = !origin.coinbase() || height - origin.height() >= MATURITY;
    return spendable && origin.height() < height && coin.output().value() > LEAST_VALUE;
  }

  private Transaction spend(List<Held> inputs, long fee, List<Lock> locks, int height) {
    List<TxIn> bare = new ArrayList<>();
    for (Held held : inputs) {
      bare.add(new TxIn(held.outpoint(), Bytes.EMPTY, sequence(held), List.of()));
    }
    long total = inputs.stream().mapToLong(held -> held.coin().output().value()).sum() - fee;
    List<TxOut> outputs = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      long value = i == count - 1 ? total : random.nextLong(total / 2);
      total -= value;
      outputs.add(new TxOut(value, locks.get(random.nextInt(locks.size())).script()));
    }
    boolean locked = inputs.stream().anyMatch(held -> held.lock().name().endsWith("lock time"));
    int lockTime = locked ? 1 : random.nextInt(height);
    return signed(new Transaction(2, bare, outputs, lockTime), inputs);
  }

  private int sequence(Held held) {
    boolean relative = held.lock().name().endsWith("sequence");
    int[] usual = {-2, -3, 0, 1};
    return relative ? 1 : usual[random.nextInt(usual.length)];
  }

  private static Transaction signed(Transaction bare, List<Held> inputs) {
    List<TxOut> spent = inputs.stream().map(held -> held.coin().output()).toList();
    List<TxIn> signed = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      signed.add(inputs.get(i).lock().key().unlock(bare, i, spent));
    }
    return new Transaction(bare.version(), signed, bare.outputs(), bare.lockTime());
  }

  private static void hold(
      Transaction tx, List<Lock> locks, int height, boolean coinbase, Map<OutPoint, Held> into) {
    for (int i = 0; i < tx.outputs().size(); i++) {
      TxOut output = tx.outputs().get(i);
      OutPoint outpoint = new OutPoint(tx.txid(), i);
      locks.stream()
          .filter(lock -> lock.script().equals(output.script()))
          .findFirst()
          .ifPresent(
              lock ->
                  into.put(outpoint, new Held(outpoint, Coin.of(output, height, coinbase), lock)));
    }
  }

  /**
   * What a block is made of before its coinbase, roots and nonce are known.
   *
   * @param reward what the coinbase may take, in satoshis
   */
  public record Draft(
      BlockHeader header, List<Transaction> spends, int height, long reward, List<Lock> locks) {
    /** The valid block, mined. */
    public Block block() {
      List<Transaction> all = new ArrayList<>();
      all.add(coinbase());
      all.addAll(spends);
      return Repairs.all(new Block(header, all));
    }

    private Transaction coinbase() {
      List<TxOut> outputs = new ArrayList<>();
      long share = reward / locks.size();
      locks.forEach(lock -> outputs.add(new TxOut(share, lock.script())));
      Bytes script = ScriptPush.number(height).then(Bytes.ofHex("00"));
      byte[] commitment = new ByteWriter().raw(new byte[38]).toArray();
      System.arraycopy(Repairs.COMMITMENT.toArray(), 0, commitment, 0, 6);
      outputs.add(new TxOut(0, Bytes.of(commitment)));
      TxIn input =
          new TxIn(OutPoint.NULL, script, TxIn.SEQUENCE_FINAL, List.of(Bytes.of(new byte[32])));
      return new Transaction(1, List.of(input), outputs, 0);
    }
  }
}
