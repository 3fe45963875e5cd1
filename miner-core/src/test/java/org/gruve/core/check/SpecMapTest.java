package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/spec-map.md} says of every clause what is true, and of nothing else. */
class SpecMapTest {
  private static final Path ROOT = Path.of(System.getProperty("gruve.root", ".."));
  private static final List<String> MODULES = List.of("miner-core", "kernels", "pool-client");

  private final List<List<String>> rows = rows();

  @Test
  void everyClauseHasOneRowThatSaysWhatItSays() {
    Map<String, List<List<String>>> byName =
        clauses().collect(Collectors.groupingBy(row -> row.get(1)));
    assertThat(byName.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Clause.values()).map(Clause::name).toList());
    for (Clause clause : Clause.values()) {
      List<String> row = byName.getOrDefault(clause.name(), List.of()).getFirst();
      assertThat(byName.get(clause.name())).as("%s", clause).hasSize(1);
      assertThat(row.subList(0, 5))
          .containsExactly(
              clause.id(), clause.name(), clause.core(), clause.rejectReason(), needs(clause));
    }
  }

  @Test
  void noTwoClausesHaveTheSameNumber() {
    assertThat(Arrays.stream(Clause.values()).map(Clause::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyClassIsThereAndEveryBrokenClauseIsNamedByItsOwn() {
    clauses()
        .forEach(
            row -> {
              String source = source("main", row.get(5));
              Clause clause = Clause.valueOf(row.get(1));
              boolean verdict =
                  !clause.rejectReason().isEmpty() && clause.scope() != Clause.Scope.FORMAT;
              if (verdict && clause != Clause.MINIMUM_CHAIN_WORK) {
                assertThat(source).as("%s", clause).contains("Clause." + clause.name());
              }
            });
  }

  @Test
  void everyTestIsThere() {
    clauses()
        .forEach(
            row -> {
              String[] test = row.get(6).split("\\.", 2);
              assertThat(source("test", test[0])).containsPattern(testNamed(test[1]));
            });
  }

  @Test
  void theListOfMutationsIsTheirs() {
    MutationChain chain = new MutationChain(new Random(1));
    List<List<String>> listed = rows.stream().filter(row -> row.size() == 3).toList();
    List<List<String>> theirs =
        Mutations.of(chain, 1_296_688_602L + 600 * 60_000).stream()
            .map(m -> List.of(m.name(), m.clause().name(), m.rejectReason()))
            .toList();
    assertThat(listed).isEqualTo(theirs);
  }

  /** A method with an annotation of JUnit right before it. */
  private static Pattern testNamed(String name) {
    return Pattern.compile(
        "@(Test|ParameterizedTest)\\b(?:(?!\n  }\n).)*?\n  (final )?void " + name + "\\(",
        Pattern.DOTALL);
  }

  private Stream<List<String>> clauses() {
    return rows.stream().filter(row -> row.size() == 7);
  }

  private static List<List<String>> rows() {
    return read(ROOT.resolve("docs/spec-map.md"))
        .lines()
        .filter(line -> line.startsWith("| ") && line.contains("`"))
        .map(line -> line.substring(2, line.length() - 2))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(SpecMapTest::cell).toList())
        .toList();
  }

  private static String cell(String text) {
    return text.strip().replace("`", "");
  }

  private static String needs(Clause clause) {
    return clause.needs().stream()
        .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String source(String kind, String simpleName) {
    List<Path> found =
        MODULES.stream()
            .map(module -> ROOT.resolve(module).resolve("src").resolve(kind).resolve("java"))
            .flatMap(SpecMapTest::files)
            .filter(file -> file.endsWith(simpleName + ".java"))
            .toList();
    assertThat(found).as("%s of %s", simpleName, kind).hasSize(1);
    return read(found.getFirst());
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
