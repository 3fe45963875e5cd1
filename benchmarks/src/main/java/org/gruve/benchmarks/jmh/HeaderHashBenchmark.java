package org.gruve.benchmarks.jmh;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Sha256;
import org.gruve.core.hash.Sha256d;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One header at a time: our compression function beside the JDK's digest, each checked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HeaderHashBenchmark {
  /** A power of two. */
  private static final int HEADERS = 64;

  private final byte[][] headers = headers(BlockHeader::bytes);
  private final byte[][] hashes = headers(header -> header.hash().bytes());
  private final MessageDigest digest = Sha256d.sha256();
  private final byte[] hash = new byte[32];
  private final byte[] block = new byte[64];

  /** How many were hashed; below 0 after 2^31 of them. */
  int next;

  /** The JDK's digest, which uses the CPU's SHA instructions where there are any. */
  @Benchmark
  public byte[] jdk() throws DigestException {
    int i = next++ & (HEADERS - 1);
    digest.update(headers[i]);
    digest.digest(hash, 0, 32);
    digest.update(hash);
    digest.digest(hash, 0, 32);
    return checked(i);
  }

  /** {@link Sha256}, which makes the midstates. */
  @Benchmark
  public byte[] gruve() {
    int i = next++ & (HEADERS - 1);
    int[] first = Sha256.midstate(headers[i]);
    System.arraycopy(headers[i], 64, block, 0, 16);
    Sha256.compress(first, padded(16, BlockHeader.SIZE), 0);
    ByteBuffer.wrap(block).asIntBuffer().put(first);
    int[] second = Sha256.initialState();
    Sha256.compress(second, padded(32, 32), 0);
    ByteBuffer.wrap(hash).asIntBuffer().put(second);
    return checked(i);
  }

  /** The last block of a message: a 1 bit after what is used, zeros, and its length in bits. */
  private byte[] padded(int used, int length) {
    Arrays.fill(block, used, 64, (byte) 0);
    block[used] = (byte) 0x80;
    ByteBuffer.wrap(block).putLong(56, 8L * length);
    return block;
  }

  private byte[] checked(int i) {
    if (!Arrays.equals(hash, hashes[i])) {
      throw new IllegalStateException("a wrong hash: its rate counts for nothing");
    }
    return hash;
  }

  private static byte[][] headers(Function<BlockHeader, byte[]> bytes) {
    return IntStream.range(0, HEADERS)
        .mapToObj(i -> bytes.apply(ScanWindow.GOLDEN.withNonce(ScanWindow.GOLDEN.nonce() + i)))
        .toArray(byte[][]::new);
  }
}
