package org.gruve.stratum.v1;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;

/** Keeps what a client session does. */
final class RecordedOutput implements ClientOutput {
  final List<Message> sent = new ArrayList<>();
  final List<Job> jobs = new ArrayList<>();
  final List<ShareResult> results = new ArrayList<>();
  final List<SessionNotice> notices = new ArrayList<>();
  final List<Ending> endings = new ArrayList<>();

  @Override
  public void send(Message message) {
    sent.add(message);
  }

  @Override
  public void job(Job job) {
    jobs.add(job);
  }

  @Override
  public void result(ShareResult result) {
    results.add(result);
  }

  @Override
  public void tell(SessionNotice notice) {
    notices.add(notice);
  }

  @Override
  public void close(Ending why) {
    endings.add(why);
  }

  Message last() {
    return sent.getLast();
  }

  Job job() {
    return jobs.getLast();
  }

  ShareResult result() {
    return results.getLast();
  }

  <T> List<T> sent(Class<T> kind) {
    return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T> List<T> notices(Class<T> kind) {
    return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
