package org.gruve.pool;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * Many pools read a difficulty from the password, as {@code x,d=512}. Where the user writes {@code
 * d=auto}, the one that fits the measured rate is put in its place.
 */
final class PasswordToken {
  private static final String AUTO = "d=auto";

  private PasswordToken() {}

  /** The password to send; without the token where nothing is known to put there. */
  static String resolve(String password, @Nullable Difficulty difficulty) {
    for (String separator : new String[] {",", ";"}) {
      if (Arrays.asList(password.split(separator)).contains(AUTO)) {
        String value = difficulty == null ? "" : "d=" + difficulty.value().toPlainString();
        return Arrays.stream(password.split(separator))
            .map(token -> token.equals(AUTO) ? value : token)
            .filter(token -> !token.isEmpty())
            .collect(Collectors.joining(separator));
      }
    }
    return password;
  }
}
