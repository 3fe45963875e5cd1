package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlArray;
import picocli.CommandLine.Model.OptionSpec;

/** The values of a configuration file as the texts that an option would be given. */
final class ConfigValue {
  private ConfigValue() {}

  /** Nothing where the value is of a kind that the option cannot take. */
  static Optional<List<String>> texts(OptionSpec option, Object value) {
    return value instanceof TomlArray array && isList(option)
        ? all(option, array)
        : text(option, value).map(List::of);
  }

  /** What an option takes, to end a sentence with. */
  static String wanted(OptionSpec option) {
    if (isFlag(option)) {
      return "true or false";
    }
    return isList(option) ? "a text, or a list of texts" : "a text or a number";
  }

  /** Whether it takes no value on the command line. */
  static boolean isFlag(OptionSpec option) {
    return option.arity().max() == 0;
  }

  /** Whether it may be given several times for one place or command. */
  static boolean isList(OptionSpec option) {
    String name = ConfigKeys.key(option);
    boolean several = name.equals("tls-pin") || name.equals(ConfigKeys.POOL_DEVICE);
    return ConfigKeys.isOfPlace(option) ? several : option.isMultiValue();
  }

  private static Optional<List<String>> all(OptionSpec option, TomlArray array) {
    List<String> texts = new ArrayList<>();
    for (Object value : array.toList()) {
      Optional<String> text = text(option, value);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(List.copyOf(texts));
  }

  private static Optional<String> text(OptionSpec option, Object value) {
    return switch (value) {
      case Boolean truth when isFlag(option) -> Optional.of(truth.toString());
      case String text when !isFlag(option) -> Optional.of(text);
      case Long number when !isFlag(option) -> Optional.of(number.toString());
      case Double number when !isFlag(option) -> Optional.of(number.toString());
      default -> Optional.empty();
    };
  }
}
