package org.gruve.core.script;

import java.util.Arrays;

/**
 * The last element of a script path's witness: leaf version, parity of the output key, internal
 * key, and the hashes from the leaf up to the root (BIP341; Core: ComputeTaprootMerkleRoot).
 */
final class ControlBlock {
  private static final TaggedHash LEAF = new TaggedHash("TapLeaf");
  private static final TaggedHash BRANCH = new TaggedHash("TapBranch");
  private static final TaggedHash TWEAK = new TaggedHash("TapTweak");
  private static final int BASE_SIZE = 33;
  private static final int NODE_SIZE = 32;
  private static final int MAX_SIZE = BASE_SIZE + 128 * NODE_SIZE;

  private final byte[] bytes;

  private ControlBlock(byte[] bytes) {
    this.bytes = bytes;
  }

  static ControlBlock of(byte[] bytes) throws ScriptFailure {
    int size = bytes.length;
    boolean sized = size >= BASE_SIZE && size <= MAX_SIZE && (size - BASE_SIZE) % NODE_SIZE == 0;
    ScriptFailure.unless(sized, ScriptError.TAPROOT_WRONG_CONTROL_SIZE);
    return new ControlBlock(bytes);
  }

  int leafVersion() {
    return bytes[0] & 0xfe;
  }

  boolean isOutputOdd() {
    return (bytes[0] & 1) != 0;
  }

  byte[] internalKey() {
    return Arrays.copyOfRange(bytes, 1, BASE_SIZE);
  }

  byte[] leafHash(byte[] script) {
    byte[] head = new Preimage(6).int8(leafVersion()).compactSize(script.length).toArray();
    return LEAF.hash(head, script);
  }

  /** What the internal key was tweaked with if the leaf is in the tree. */
  byte[] tweak(byte[] leafHash) {
    return TWEAK.hash(internalKey(), root(leafHash));
  }

  /** The root above a leaf; the children of a branch are hashed in their byte order. */
  byte[] root(byte[] leafHash) {
    byte[] hash = leafHash;
    for (int at = BASE_SIZE; at < bytes.length; at += NODE_SIZE) {
      byte[] node = Arrays.copyOfRange(bytes, at, at + NODE_SIZE);
      hash =
          Arrays.compareUnsigned(hash, node) < 0
              ? BRANCH.hash(hash, node)
              : BRANCH.hash(node, hash);
    }
    return hash;
  }
}
