package org.gruve.validate;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gruve.core.block.Block;
import org.gruve.core.block.FormatException;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Clause;
import org.gruve.core.check.CoinSet;
import org.gruve.core.check.Context;
import org.gruve.core.check.Report;
import org.gruve.core.check.Verdict;
import org.gruve.validate.ChainCheck.Place;
import org.gruve.validate.ChainCheck.Request;

/** Goes through a chain from genesis on, block by block, with all coins in memory. */
final class CoinSetPass {
  private final Request request;
  private final ChainFiles files;
  private final HeaderArchive chain;
  private final BiConsumer<Long, Long> progress;
  private final BlockValidation validation;
  private final CoinSet coins = new CoinSet();

  CoinSetPass(
      Request request,
      Means means,
      ChainFiles files,
      HeaderArchive chain,
      BiConsumer<Long, Long> progress) {
    this.request = request;
    this.files = files;
    this.chain = chain;
    this.progress = progress;
    this.validation = new BlockValidation(request.network(), means.signatures(), means.executor());
  }

  /** Ends at the first block that is broken or missing. */
  void run(List<Place> places, Findings findings, Map<String, Object> facts) {
    int height = 1;
    try (OpenFiles open = new OpenFiles(files)) {
      for (Place place : places) {
        if (place.height() > 0) {
          if (place.height() != height || !connect(place, open, findings)) {
            break;
          }
          progress.accept((long) height, (long) chain.height());
          height++;
        }
      }
    }
    facts.put("connected_height", (long) height - 1);
    facts.put("coins", (long) coins.size());
    facts.put("coin_value", coins.value());
  }

  private boolean connect(Place place, OpenFiles open, Findings findings) {
    int height = place.height();
    String where = "block " + height;
    Block block;
    try {
      block = Block.parse(open.read(place));
    } catch (FormatException e) {
      String what = String.valueOf(e.getMessage());
      findings.broken(Verdict.invalid(Clause.BLOCK_FORMAT, what), where, height);
      return false;
    }
    Context context =
        Context.NONE.withAncestors(chain.before(height)).withNow(request.now()).withCoins(coins);
    Report report = validation.check(block, context);
    findings.add(report, where, height);
    if (report.verdict().isValid()) {
      coins.connect(block, height);
    }
    return report.verdict().isValid();
  }
}
