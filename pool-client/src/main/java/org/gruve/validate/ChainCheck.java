package org.gruve.validate;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Hash256;

/**
 * Checks a whole chain from block files: first all headers, then each block of the best branch,
 * either with its undo data, in any order and on many machines, or with a coin set from genesis on.
 */
public final class ChainCheck {
  static final Rule COMPLETE = new Rule("a0.1", "Each block of the best branch is there.");

  private final Request request;
  private final Means means;
  private final BiConsumer<Long, Long> progress;
  private final ChainFiles files;
  private final List<BlockFile> own;
  private final Findings findings = new Findings();
  private long linked;

  private ChainCheck(Request request, Means means, BiConsumer<Long, Long> progress) {
    this.request = request;
    this.means = means;
    this.progress = progress;
    this.files = new ChainFiles(request.network(), request.key());
    this.own = own(request);
  }

  /**
   * What is to be checked.
   *
   * @param headers the best branch, from an earlier pass; without it, all files are looked through
   * @param shard the part to check: files {@code shard.index} and every {@code shard.count}-th on
   * @param now unsigned seconds
   */
  public record Request(
      Network network,
      List<BlockFile> files,
      XorKey key,
      Optional<HeaderCheck> headers,
      Shard shard,
      boolean coinSet,
      long now) {
    /** Keeps an immutable copy. */
    public Request {
      files = List.copyOf(files);
    }
  }

  /** A block of the best branch, and where it lies. */
  record Place(int height, BlockFile file, RecordFile.Extent extent) {}

  /**
   * Checks it.
   *
   * @param progress is told how many blocks of how many are done
   */
  public static Result of(Request request, Means means, BiConsumer<Long, Long> progress) {
    return new ChainCheck(request, means, progress).run();
  }

  /** The best branch, for other shards and other commands to begin with. */
  public static HeaderCheck headers(Request request, Means means) {
    return new ChainCheck(request, means, (done, all) -> {}).headers();
  }

  private Result run() {
    HeaderCheck headers = headers();
    findings.add(headers.findings());
    Map<String, Object> facts = facts(headers);
    if (findings.broken().isEmpty()) {
      List<Place> places = places(headers.headers(), facts);
      boolean believed = means.signatures().fault().isEmpty();
      Findings found = blocks(places, headers.headers(), facts);
      if (believed && means.signatures().fault().isPresent()) {
        // What the backend said of other blocks before it was found out is worth nothing.
        found = blocks(places, headers.headers(), facts);
      }
      findings.add(found);
    }
    facts.put("inputs", findings.inputs());
    return new Result("chain", findings, facts);
  }

  private Findings blocks(List<Place> places, HeaderArchive chain, Map<String, Object> facts) {
    Findings found = new Findings();
    if (request.coinSet()) {
      new CoinSetPass(request, means, files, chain, progress).run(places, found, facts);
    } else {
      new UndoPass(request, means, files, chain, progress).run(places, found, facts);
    }
    return found;
  }

  private HeaderCheck headers() {
    if (request.headers().isPresent()) {
      HeaderCheck given = request.headers().get();
      if (!given.knowsHeights() || given.headers().lowest() != 0) {
        throw InputException.usage("the headers of a chain begin with genesis");
      }
      files.scan(own, means);
      return given;
    }
    files.scan(request.files(), means);
    ChainIndex.Best best = best(files.headers(request.files()));
    linked = best.linked();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    best.headers().forEach(header -> bytes.writeBytes(header.bytes()));
    return HeaderCheck.of(
        request.network(),
        OptionalInt.of(0),
        request.now(),
        HeaderSource.of("the best branch", bytes.toByteArray()),
        done -> {});
  }

  private ChainIndex.Best best(List<BlockHeader> all) {
    Network network = request.network();
    if (all.isEmpty()) {
      throw InputException.usage(
          "these files hold no block of " + network + "; --network says whose they are");
    }
    ChainIndex.Best best = ChainIndex.of(network, all);
    boolean genesisOnly = all.stream().allMatch(network.genesisHeader()::equals);
    if (best.headers().size() == 1 && !genesisOnly) {
      throw InputException.usage(
          "no block in these files follows the genesis of "
              + network
              + "; a pruned node's files need --headers");
    }
    return best;
  }

  /** Blocks of the best branch in this shard, lowest first; the first of each is taken. */
  private List<Place> places(HeaderArchive chain, Map<String, Object> facts) {
    Map<Hash256, Integer> heights = files.heights(chain);
    Map<Integer, Place> places = new LinkedHashMap<>();
    long others = 0;
    for (BlockFile file : own) {
      for (BlockFile.Found found : files.blocks(file)) {
        Integer height = heights.get(found.header().hash());
        if (height == null) {
          others++;
        } else {
          places.putIfAbsent(height, new Place(height, file, found.extent()));
        }
      }
    }
    boolean whole = request.shard().count() == 1;
    // Genesis is built in, and files of some programs begin after it.
    int builtIn = places.containsKey(0) ? 0 : 1;
    long missing = whole ? chain.count() - places.size() - builtIn : 0;
    if (missing > 0) {
      findings.unchecked(COMPLETE, "blocks that are in none of the files", missing);
    } else if (whole) {
      findings.checked(COMPLETE);
    }
    facts.put("blocks", (long) places.size());
    facts.put("blocks_sum", HeightSum.of(places.keySet().stream().mapToInt(height -> height)));
    facts.put("stale_blocks", others);
    return places.values().stream().sorted(Comparator.comparingInt(Place::height)).toList();
  }

  private Map<String, Object> facts(HeaderCheck headers) {
    Map<String, Object> facts = new LinkedHashMap<>(headers.result().facts());
    facts.remove("first_height");
    facts.remove("retargets_not_checked");
    facts.put("shard", request.shard().toString());
    facts.put("files", (long) own.size());
    if (linked > 0) {
      facts.put("blocks_linked_to_genesis", linked);
    }
    return facts;
  }

  private static List<BlockFile> own(Request request) {
    return IntStream.range(0, request.files().size())
        .filter(request.shard()::has)
        .mapToObj(request.files()::get)
        .toList();
  }
}
