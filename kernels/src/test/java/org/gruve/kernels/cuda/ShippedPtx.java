package org.gruve.kernels.cuda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PTX texts that the jar carries. While kernels are written, {@code -Dgruve.ptx=FOLDER} adds
 * those of a folder.
 */
record ShippedPtx(String name, String text) {
  private static final String FOLDER = ShippedPtx.class.getPackageName().replace('.', '/');

  static List<ShippedPtx> all() throws IOException, URISyntaxException {
    List<ShippedPtx> found = new ArrayList<>();
    for (URL url : Collections.list(ShippedPtx.class.getClassLoader().getResources(FOLDER))) {
      URI folder = url.toURI();
      if (folder.getScheme().equals("file")) {
        found.addAll(in(Path.of(folder)));
      }
    }
    Optional<String> more = Optional.ofNullable(System.getProperty("gruve.ptx"));
    if (more.isPresent()) {
      found.addAll(in(Path.of(more.orElseThrow())));
    }
    return found;
  }

  private static List<ShippedPtx> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(".ptx")).sorted().toList();
    }
    List<ShippedPtx> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(new ShippedPtx(file.getFileName().toString(), Files.readString(file, UTF_8)));
    }
    return texts;
  }

  @Override
  public String toString() {
    return name;
  }
}
