package org.gruve.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gruve.validate.ChainCheck.Place;
import org.jspecify.annotations.Nullable;

/** A few block files that are open at the same time, since neighbours often lie in neighbours. */
final class OpenFiles implements AutoCloseable {
  private static final int MOST = 16;

  private final ChainFiles files;
  private final Map<BlockFile, RecordFile> open = new LinkedHashMap<>(MOST, 0.75f, true);

  OpenFiles(ChainFiles files) {
    this.files = files;
  }

  byte[] read(Place place) {
    RecordFile file = open.computeIfAbsent(place.file(), files::open);
    if (open.size() > MOST) {
      BlockFile oldest = open.keySet().iterator().next();
      close(open.remove(oldest));
    }
    return file.read(place.extent().offset(), place.extent().size());
  }

  @Override
  public void close() {
    open.values().forEach(RecordFile::close);
    open.clear();
  }

  private static void close(@Nullable RecordFile file) {
    if (file != null) {
      file.close();
    }
  }
}
