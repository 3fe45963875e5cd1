package org.gruve.core.mine;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gruve.core.work.Candidate;

/** Keeps what it is told. */
final class RecordedEvents implements DeviceEvents {
  record Failure(DeviceInfo device, RuntimeException cause) {}

  final BlockingQueue<Candidate> wrongHits = new LinkedBlockingQueue<>();
  final BlockingQueue<Failure> failures = new LinkedBlockingQueue<>();

  final BlockingQueue<String> remarks = new LinkedBlockingQueue<>();

  @Override
  public void wrongHit(DeviceInfo device, Candidate candidate) {
    wrongHits.add(candidate);
  }

  @Override
  public void deviceFailed(DeviceInfo device, RuntimeException cause) {
    failures.add(new Failure(device, cause));
  }

  @Override
  public void remark(DeviceInfo device, String sentence) {
    remarks.add(device.id() + ": " + sentence);
  }
}
