package org.gruve.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/**
 * A detached OpenTimestamps proof: a file's digest, and the ways from there to what attests to it.
 *
 * @param hashTag the operation that makes the digest of the file
 */
public record OtsProof(int hashTag, Bytes digest, List<Attestation> attestations) {
  /** A proof has a few kilobytes; this bounds what its operations can cost. */
  public static final int MOST_BYTES = 128 << 10;

  private static final Bytes MAGIC =
      Bytes.ofHex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294");
  private static final Bytes BITCOIN = Bytes.ofHex("0588960d73d71901");
  private static final Bytes PENDING = Bytes.ofHex("83dfe30d2ef90c8e");
  private static final int MOST_PAYLOAD = 8192;
  private static final int MOST_URI = 1000;
  private static final int DEEPEST = 256;
  private static final int ATTESTATION = 0x00;
  private static final int FORK = 0xff;

  /** Keeps an immutable copy of the list. */
  public OtsProof {
    attestations = List.copyOf(attestations);
  }

  /** Somebody's word that a message existed. */
  public sealed interface Attestation {
    /** The merkle root of the Bitcoin block at a height. */
    record Bitcoin(Hash256 root, long height) implements Attestation {}

    /** A calendar that promises to put it into Bitcoin. */
    record Pending(String uri) implements Attestation {}

    /** Something else: another chain, or a message that is no merkle root. */
    record Other(Bytes tag) implements Attestation {}
  }

  /** Whether bytes begin like such a proof. */
  public static boolean isOne(byte[] bytes) {
    return Bytes.of(bytes).startsWith(MAGIC);
  }

  /** Reads a whole proof; InputException where it is none. */
  public static OtsProof parse(byte[] bytes) {
    OtsReader in = new OtsReader(bytes);
    in.expect(MAGIC, "it does not begin like one");
    long version = in.varUint();
    if (version != 1) {
      throw in.refused("version " + version + " is not known");
    }
    int tag = in.uint8();
    int size =
        OtsOperation.hashSize(tag)
            .orElseThrow(() -> in.refused(String.format("hash %02x is not known", tag)));
    byte[] digest = in.bytes(size);
    List<Attestation> attestations = new ArrayList<>();
    new Walk(in, attestations).from(digest, DEEPEST);
    if (!in.atEnd()) {
      throw in.refused("something follows its end");
    }
    return new OtsProof(tag, Bytes.of(digest), attestations);
  }

  /** Whether it is about this; read to its end. */
  boolean isAbout(InputStream content) throws IOException {
    return Bytes.of(OtsOperation.hash(hashTag, content)).equals(digest);
  }

  private record Walk(OtsReader in, List<Attestation> found) {
    void from(byte[] message, int room) {
      if (room == 0) {
        throw in.refused("it is nested more than " + DEEPEST + " deep");
      }
      int tag = in.uint8();
      while (tag == FORK) {
        step(in.uint8(), message, room);
        tag = in.uint8();
      }
      step(tag, message, room);
    }

    private void step(int tag, byte[] message, int room) {
      if (tag == ATTESTATION) {
        found.add(attestation(message));
      } else {
        from(OtsOperation.apply(tag, message, in), room - 1);
      }
    }

    private Attestation attestation(byte[] message) {
      Bytes tag = Bytes.of(in.bytes(8));
      OtsReader payload = new OtsReader(in.varBytes(0, MOST_PAYLOAD));
      if (tag.equals(PENDING)) {
        return new Attestation.Pending(uri(payload));
      }
      if (!tag.equals(BITCOIN) || message.length != 32) {
        return new Attestation.Other(tag);
      }
      long height = payload.varUint();
      if (!payload.atEnd()) {
        throw in.refused("an attestation has something after the height");
      }
      return new Attestation.Bitcoin(Hash256.of(message), height);
    }

    /** Only letters that cannot do harm on a terminal, as the format demands. */
    private static String uri(OtsReader payload) {
      String uri = new String(payload.varBytes(0, MOST_URI), StandardCharsets.ISO_8859_1);
      if (!uri.matches("[A-Za-z0-9._/:-]*") || !payload.atEnd()) {
        throw payload.refused("a calendar's address has letters that are not allowed");
      }
      return uri;
    }
  }
}
