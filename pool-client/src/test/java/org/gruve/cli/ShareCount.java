package org.gruve.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Checks every share of one job from its words, and notes when it came. */
final class ShareCount {
  private final CountingJob job;
  private final int mask;
  private final long begin = System.nanoTime();
  private final Set<String> headers = new HashSet<>();
  private final List<Long> arrivals = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private long end = begin;

  /** A mask of 0 means that shares have no version bits at all. */
  ShareCount(CountingJob job, int mask) {
    this.job = job;
    this.mask = mask;
  }

  /** The parameters of mining.submit; whether the share is right. */
  boolean takes(JsonNode params) {
    long now = System.nanoTime();
    String fault = fault(params, TimeUnit.NANOSECONDS.toSeconds(now - begin));
    if (fault.isEmpty()) {
      arrivals.add(now);
    } else {
      faults.add(fault + ": " + params);
    }
    return fault.isEmpty();
  }

  void end() {
    end = System.nanoTime();
  }

  CountingJob job() {
    return job;
  }

  List<String> faults() {
    return faults;
  }

  /** From the job to the end of the connection. */
  double seconds() {
    return (end - begin) / 1e9;
  }

  /** Right shares in the last seconds of the connection. */
  long inTheLast(double seconds) {
    return arrivals.stream().filter(at -> (end - at) / 1e9 <= seconds).count();
  }

  private String fault(JsonNode params, long elapsed) {
    if (params.size() != (mask == 0 ? 5 : 6)) {
      return "parameters";
    }
    if (!params.get(1).asString().equals(CountingJob.ID)) {
      return "job";
    }
    String extranonce2 = params.get(2).asString();
    if (extranonce2.length() != 2 * CountingJob.EXTRANONCE2_SIZE) {
      return "extranonce2";
    }
    int ntime = HexFormat.fromHexDigits(params.get(3).asString());
    if (ntime < job.time() || ntime > job.time() + elapsed + 1) {
      return "ntime";
    }
    int bits = mask == 0 ? 0 : HexFormat.fromHexDigits(params.get(5).asString());
    if ((bits & ~mask) != 0) {
      return "version bits";
    }
    int nonce = HexFormat.fromHexDigits(params.get(4).asString());
    byte[] header = job.header(extranonce2, CountingJob.VERSION | bits, ntime, nonce);
    if (!headers.add(HexFormat.of().formatHex(header))) {
      return "duplicate";
    }
    return job.isMetBy(header) ? "" : "hash above the target";
  }
}
