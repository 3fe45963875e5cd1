package org.gruve.core.mine;

import java.util.List;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/**
 * What one finished batch says: how much of a work was really scanned, how long the device took,
 * and its hits.
 */
public record Batch(Work work, long hashes, long nanos, List<Candidate> candidates) {}
