package org.gruve.kernels.gpu;

import java.util.List;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.header.HeaderWords;
import org.gruve.kernels.header.NoncePrologue;

/** What one launch scans: a rectangle of versions and nonces of a work. */
public sealed interface Scan {
  /** What it is a part of. */
  Work work();

  /** Versions times nonces. */
  long hashes();

  /** Two halves, for a launch that found more than it could tell. */
  List<Scan> halves();

  /** Reads the two words that the device wrote for a hit. */
  Candidate hit(int first, int second);

  /** Some nonces of one version; {@code index} is its number in the work's slice. */
  record Nonces(Work work, int index, int first, long count) implements Scan {
    @Override
    public long hashes() {
      return count;
    }

    @Override
    public List<Scan> halves() {
      long half = count / 2;
      return List.of(
          new Nonces(work, index, first, half),
          new Nonces(work, index, first + (int) half, count - half));
    }

    @Override
    public Candidate hit(int zero, int nonce) {
      return new Candidate(work, version(), nonce);
    }

    /** What the lanes are given, see {@link NoncePrologue}. */
    public int[] words() {
      int[] words = new int[NoncePrologue.WORDS];
      NoncePrologue.into(HeaderWords.of(work, version()), words, 0, 1);
      return words;
    }

    private int version() {
      return work.versions().version(index);
    }
  }

  /** Versions from number {@code first} of a block, each with the same nonces. */
  record Versions(VersionBlock block, int first, int count, int firstNonce, long nonces)
      implements Scan {
    @Override
    public Work work() {
      return block.work();
    }

    @Override
    public long hashes() {
      return count * nonces;
    }

    @Override
    public List<Scan> halves() {
      if (nonces > 1) {
        long half = nonces / 2;
        return List.of(
            new Versions(block, first, count, firstNonce, half),
            new Versions(block, first, count, firstNonce + (int) half, nonces - half));
      }
      int half = count / 2;
      return List.of(
          new Versions(block, first, half, firstNonce, 1),
          new Versions(block, first + half, count - half, firstNonce, 1));
    }

    @Override
    public Candidate hit(int index, int nonce) {
      return block.hit(index, nonce);
    }
  }
}
