package org.gruve.core.check;

import static org.gruve.core.check.MutationChain.MATURE;
import static org.gruve.core.check.MutationChain.NEXT;
import static org.gruve.core.check.MutationChain.REWARD;
import static org.gruve.core.check.MutationChain.input;
import static org.gruve.core.check.MutationChain.out;
import static org.gruve.core.check.MutationChain.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** Every way to break a rule of blocks that can be had on regtest, with Core's reject reasons. */
public final class Mutations {
  private static final int OP_CHECKSIG = 0xac;
  private static final int HEIGHT_OF_YOUNG = 2;

  private final MutationChain chain;
  private final long now;
  private final List<Mutation> all = new ArrayList<>();

  private Mutations(MutationChain chain, long now) {
    this.chain = chain;
    this.now = now;
  }

  /** All of them, on top of a chain, at a time in unsigned seconds. */
  public static List<Mutation> of(MutationChain chain, long now) {
    Mutations mutations = new Mutations(chain, now);
    mutations.bytes();
    mutations.headers();
    mutations.versions();
    mutations.roots();
    mutations.coinbases();
    mutations.transactions();
    mutations.outputs();
    mutations.locks();
    mutations.witnesses();
    mutations.spends();
    mutations.sigOps();
    mutations.memories();
    mutations.all.addAll(ScriptMutations.of(chain));
    return List.copyOf(mutations.all);
  }

  private void add(String name, Clause clause, Block block) {
    all.add(Mutation.of(name, clause, block));
  }

  private void add(String name, Clause clause, byte[] bytes) {
    all.add(new Mutation(name, clause, clause.rejectReason(), List.of(), Bytes.of(bytes)));
  }

  private void bytes() {
    byte[] good = chain.block(chain.spend(2, out(REWARD))).bytes();
    add("cut short", Clause.BLOCK_FORMAT, Arrays.copyOf(good, good.length - 1));
    byte[] longCount = new byte[good.length + 2];
    System.arraycopy(good, 0, longCount, 0, BlockHeader.SIZE);
    longCount[BlockHeader.SIZE] = (byte) 0xfd;
    longCount[BlockHeader.SIZE + 1] = good[BlockHeader.SIZE];
    int rest = good.length - BlockHeader.SIZE - 1;
    System.arraycopy(good, BlockHeader.SIZE + 1, longCount, BlockHeader.SIZE + 3, rest);
    add("count not in its shortest form", Clause.COMPACT_SIZE, longCount);
    byte[] hugeCount = Arrays.copyOf(good, good.length);
    Arrays.fill(hugeCount, BlockHeader.SIZE, BlockHeader.SIZE + 9, (byte) 0xff);
    add("count beyond the format's limit", Clause.COMPACT_SIZE, hugeCount);
    // A coinbase with witness form and no witness.
    byte[] plain = chain.block().bytes();
    int version = BlockHeader.SIZE + 1 + 4;
    byte[] empty = new byte[plain.length + 3];
    System.arraycopy(plain, 0, empty, 0, version);
    empty[version + 1] = 1;
    int body = plain.length - version - 4;
    System.arraycopy(plain, version, empty, version + 2, body);
    System.arraycopy(plain, plain.length - 4, empty, empty.length - 4, 4);
    add("witness part that holds nothing", Clause.TRANSACTION_FORMAT, empty);
    byte[] flags = empty.clone();
    flags[version + 1] = 2;
    add("unknown flag of a transaction", Clause.TRANSACTION_FORMAT, flags);
  }

  private void headers() {
    add("hash above the target", Clause.PROOF_OF_WORK, unmined());
    for (int nbits : new int[] {0, 0x20ffffff, 0xff7fffff, 0x217fffff}) {
      String name = String.format("nBits %08x, no target or above the limit", nbits);
      add(name, Clause.PROOF_OF_WORK, chain.header(header -> with(header, nbits)));
    }
    int harder = Network.REGTEST.pow().limitBits() - 1;
    add("nBits harder than required", Clause.REQUIRED_BITS, chain.header(h -> with(h, harder)));
    Hash256 nobody = Hash256.of(new byte[32]);
    add(
        "unknown parent",
        Clause.PARENT_KNOWN,
        chain.header(
            h -> new BlockHeader(h.version(), nobody, h.merkleRoot(), h.time(), h.nbits(), 0)));
    int median = (int) MedianTime.past(chain.chain()).orElseThrow();
    add("time at the median", Clause.TIME_AFTER_MEDIAN, chain.header(h -> at(h, median)));
    int future = (int) now + 7201;
    add(
        "time two hours and a second ahead",
        Clause.TIME_NOT_AHEAD,
        chain.header(h -> at(h, future)));
  }

  private void versions() {
    for (int version : new int[] {3, 2, 1, 0, -1}) {
      Block block =
          chain.header(
              h ->
                  new BlockHeader(
                      version, h.prevHash(), h.merkleRoot(), h.time(), h.nbits(), h.nonce()));
      String reason = String.format("bad-version(0x%08x)", version);
      all.add(Mutation.of("version " + version, Clause.HEADER_VERSION, reason, block));
    }
  }

  private void roots() {
    add(
        "another merkle root",
        Clause.MERKLE_ROOT,
        chain.header(header -> header.withMerkleRoot(Hash256.ZERO)));
    Block three = chain.block(chain.spend(2, out(REWARD)), chain.spend(3, out(REWARD)));
    List<Transaction> four = new ArrayList<>(three.transactions());
    four.add(four.getLast());
    add("last transaction repeated", Clause.NO_MERKLE_TWINS, new Block(three.header(), four));
    add("no transaction", Clause.BLOCK_LENGTH, RegtestBlocks.block(chain.chain(), List.of()));
    TxOut large = new TxOut(0, Bytes.of(new byte[999_900]));
    add("more than a million bytes", Clause.BLOCK_LENGTH, chain.block(chain.spend(2, large)));
  }

  private void coinbases() {
    Transaction spend = chain.spend(2, out(REWARD));
    add("no coinbase", Clause.COINBASE_FIRST, chain.withCoinbase(spend));
    Transaction second = chain.coinbase(Bytes.ofHex("5151"), 0, List.of(), List.of());
    add("two coinbases", Clause.COINBASE_ONCE, chain.block(second));
    add("coinbase script of a byte", Clause.COINBASE_SCRIPT_LENGTH, script(Bytes.ofHex("51")));
    Bytes longScript = ScriptPush.number(NEXT).then(Bytes.of(new byte[99]));
    add("coinbase script of 101 bytes", Clause.COINBASE_SCRIPT_LENGTH, script(longScript));
    Bytes wrong = ScriptPush.number(NEXT + 1).then(Bytes.ofHex("00"));
    add("another height in the coinbase", Clause.COINBASE_HEIGHT, script(wrong));
    Bytes longForm = Bytes.ofHex("4c01").then(Bytes.of(new byte[] {(byte) NEXT}));
    add("height not in its shortest form", Clause.COINBASE_HEIGHT, script(longForm));
    Bytes good = ScriptPush.number(NEXT).then(Bytes.ofHex("00"));
    add(
        "coinbase that takes a satoshi too much",
        Clause.COINBASE_VALUE,
        chain.withCoinbase(chain.coinbase(good, REWARD + 1, List.of(), List.of())));
  }

  private void transactions() {
    OutPoint coin = chain.coin(2);
    add("no input", Clause.HAS_INPUTS, chain.block(new Transaction(2, List.of(), List.of(), 0)));
    add("no output", Clause.HAS_OUTPUTS, chain.block(transaction(List.of(input(coin)))));
    add(
        "the same output twice in a transaction",
        Clause.INPUTS_DIFFER,
        chain.block(transaction(List.of(input(coin), input(coin)), out(REWARD))));
    add(
        "an input that names nothing",
        Clause.INPUTS_NAME_OUTPUTS,
        chain.block(transaction(List.of(input(coin), input(OutPoint.NULL)), out(REWARD))));
  }

  private void outputs() {
    add("output below nothing", Clause.OUTPUT_NOT_NEGATIVE, chain.block(chain.spend(2, out(-1))));
    long most = Subsidy.MAX_MONEY;
    add(
        "output above all money",
        Clause.OUTPUT_IN_RANGE,
        chain.block(chain.spend(2, out(most + 1))));
    add(
        "outputs together above all money",
        Clause.OUTPUT_TOTAL_IN_RANGE,
        chain.block(chain.spend(2, out(most), out(1))));
    add(
        "outputs above the inputs",
        Clause.INPUTS_COVER_OUTPUTS,
        chain.block(chain.spend(2, out(REWARD + 1))));
  }

  private void locks() {
    add("locked until this height", Clause.FINAL, chain.block(locked(NEXT)));
    int median = (int) MedianTime.past(chain.chain()).orElseThrow();
    add("locked until the median time", Clause.FINAL, chain.block(locked(median)));
    int height = NEXT - HEIGHT_OF_YOUNG + 1;
    add("relative lock in blocks", Clause.SEQUENCE_LOCKS, chain.block(relative(2, height)));
    int time = 1 << 22 | 0xffff;
    add("relative lock in time", Clause.SEQUENCE_LOCKS, chain.block(relative(2, time)));
    add(
        "relative lock, version 0xffffffff",
        Clause.SEQUENCE_LOCKS,
        chain.block(relative(-1, height)));
  }

  private void witnesses() {
    Transaction plain = chain.spend(2, out(REWARD));
    Transaction signed = witness(plain, Bytes.ofHex("01"));
    add("witness without a commitment", Clause.NO_UNEXPECTED_WITNESS, chain.block(signed));
    Block good = chain.witnessed(plain);
    add("two reserved values", Clause.WITNESS_RESERVED_VALUE, reserved(good, 32, 32));
    add("reserved value of 31 bytes", Clause.WITNESS_RESERVED_VALUE, reserved(good, 31));
    List<Transaction> other = new ArrayList<>(good.transactions());
    other.set(1, signed);
    add(
        "other witnesses than committed to",
        Clause.WITNESS_COMMITMENT,
        new Block(good.header(), other));
    List<Bytes> items = Collections.nCopies(1000, Bytes.of(new byte[4000]));
    Transaction heavy = witness(plain, items.toArray(Bytes[]::new));
    add("weight above 4,000,000", Clause.BLOCK_WEIGHT, chain.witnessed(heavy));
  }

  private void spends() {
    OutPoint nowhere = new OutPoint(Hash256.of(new byte[32]), 5);
    Transaction once = chain.spend(2, out(REWARD));
    Transaction then = transaction(List.of(input(once, 0, Bytes.EMPTY)), out(REWARD));
    missing("an output that never was", transaction(List.of(input(nowhere)), out(1)));
    missing("an output that was spent before", chain.spend(1, out(REWARD)));
    missing("an output twice in a block", once, chain.spend(2, out(REWARD - 1)));
    missing("an output that is made later", then, once);
    missing(
        "an index that is not there",
        once,
        transaction(List.of(input(once, 1, Bytes.EMPTY)), out(1)));
    Transaction burn = chain.spend(2, new TxOut(REWARD, Bytes.ofHex("6a")));
    missing(
        "an output that nobody can spend",
        burn,
        transaction(List.of(input(burn, 0, Bytes.EMPTY)), out(1)));
    Transaction young = chain.spend(MATURE + 1, out(REWARD));
    add("coinbase 99 blocks old", Clause.COINBASE_MATURITY, chain.block(young));
    Transaction coinbase = chain.coinbase(NEXT, List.of());
    Transaction own = transaction(List.of(input(coinbase, 0, Bytes.EMPTY)), out(REWARD));
    add("its own coinbase", Clause.COINBASE_MATURITY, chain.withCoinbase(coinbase, own));
    Transaction again = chain.blocks().getLast().transactions().getLast();
    add("a transaction whose outputs are unspent, again", Clause.NO_OVERWRITE, chain.block(again));
  }

  private void missing(String name, Transaction... spends) {
    add(name, Clause.INPUTS_EXIST, chain.block(spends));
  }

  private void sigOps() {
    byte[] many = new byte[20_001];
    Arrays.fill(many, (byte) OP_CHECKSIG);
    TxOut output = new TxOut(REWARD, Bytes.of(many));
    add("20,001 signature operations", Clause.LEGACY_SIGOPS, chain.block(chain.spend(2, output)));
    byte[] redeem = new byte[520];
    Arrays.fill(redeem, (byte) OP_CHECKSIG);
    Bytes script = Bytes.of(redeem);
    add("too many in redeem scripts", Clause.SIGOP_COST, chain.block(hashed(script, 39, false)));
    byte[] witness = new byte[9_000];
    Arrays.fill(witness, (byte) OP_CHECKSIG);
    Transaction[] nine = hashed(Bytes.of(witness), 9, true);
    add("too many in witness scripts", Clause.SIGOP_COST, chain.witnessed(nine));
  }

  /** Makes so many outputs for the hash of a script, and spends them. */
  private Transaction[] hashed(Bytes script, int count, boolean witness) {
    TxOut[] outputs = new TxOut[count];
    Arrays.fill(outputs, new TxOut(1000, ScriptMutations.hashOf(script, witness)));
    Transaction made = chain.spend(2, outputs);
    List<TxIn> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(
          witness ? input(made, i, Bytes.EMPTY, script) : input(made, i, ScriptPush.data(script)));
    }
    return new Transaction[] {made, transaction(inputs, out(1))};
  }

  private void memories() {
    Bytes script = ScriptPush.number(NEXT).then(Bytes.ofHex("00"));
    Block bad = chain.withCoinbase(chain.coinbase(script, REWARD + 2, List.of(), List.of()));
    all.add(
        new Mutation(
            "a block that was refused, again",
            Clause.PARENT_VALID,
            "duplicate-invalid",
            List.of(bad),
            Bytes.of(bad.bytes())));
    TestChain beyond = new TestChain(MutationChain.HEIGHT, List.of(chain.chain().parent()));
    beyond.add(bad.header());
    Transaction coinbase = chain.coinbase(NEXT + 1, List.of());
    Block child = RegtestBlocks.block(beyond, List.of(coinbase));
    all.add(
        new Mutation(
            "on top of a block that was refused",
            Clause.PARENT_VALID,
            "bad-prevblk",
            List.of(bad),
            Bytes.of(child.bytes())));
  }

  private Block unmined() {
    Block good = chain.block();
    int nonce = 0;
    while (ProofOfWork.checkProofOfWork(
        good.header().withNonce(nonce).hash(), good.header().nbits(), Network.REGTEST)) {
      nonce++;
    }
    return new Block(good.header().withNonce(nonce), good.transactions());
  }

  private Block script(Bytes script) {
    return chain.withCoinbase(chain.coinbase(script, REWARD, List.of(), List.of()));
  }

  private Transaction locked(int lockTime) {
    TxIn input = new TxIn(chain.coin(2), Bytes.EMPTY, 0, List.of());
    return new Transaction(1, List.of(input), List.of(out(REWARD)), lockTime);
  }

  private Transaction relative(int version, int sequence) {
    TxIn input = new TxIn(chain.coin(HEIGHT_OF_YOUNG), Bytes.EMPTY, sequence, List.of());
    return new Transaction(version, List.of(input), List.of(out(REWARD)), 0);
  }

  private static Transaction witness(Transaction plain, Bytes... items) {
    TxIn input = plain.inputs().getFirst();
    TxIn signed = new TxIn(input.prevout(), input.script(), input.sequence(), List.of(items));
    return new Transaction(plain.version(), List.of(signed), plain.outputs(), plain.lockTime());
  }

  private static Block reserved(Block good, int... sizes) {
    List<Bytes> items = Arrays.stream(sizes).mapToObj(size -> Bytes.of(new byte[size])).toList();
    List<Transaction> changed = new ArrayList<>(good.transactions());
    changed.set(0, witness(changed.getFirst(), items.toArray(Bytes[]::new)));
    return new Block(good.header(), changed);
  }

  private static BlockHeader with(BlockHeader is, int nbits) {
    return new BlockHeader(
        is.version(), is.prevHash(), is.merkleRoot(), is.time(), nbits, is.nonce());
  }

  private static BlockHeader at(BlockHeader is, int time) {
    return new BlockHeader(
        is.version(), is.prevHash(), is.merkleRoot(), time, is.nbits(), is.nonce());
  }
}
