package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gruve.validate.InputException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RawInputTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"00ff7A", "0x00ff7a", " 00ff\n7a\r\n", "00 ff 7a"})
  void readsHexAsPeoplePasteIt(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("block.hex"), text);
    byte[] expected = {0, -1, 0x7a};
    assertThat(read(text).decoded()).isEqualTo(expected);
    assertThat(read(file.toString()).decoded()).isEqualTo(expected);
    assertThat(RawInput.read("-", stream(text), 100).decoded()).isEqualTo(expected);
  }

  @Test
  void keepsBinaryAsItIs() throws IOException {
    byte[] bytes = {1, 2, 'a', 'b'};
    Path file = Files.write(folder.resolve("block.bin"), bytes);
    assertThat(read(file.toString()).decoded()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch.bin", "0ff", "0x", "", "zz", "a\0b"})
  void saysThatAnArgumentIsNeitherFileNorHex(String argument) {
    assertThatThrownBy(() -> read(argument))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.fault()).isEqualTo(Fault.USAGE))
        .hasMessageContaining("neither a file nor hex digits");
  }

  @Test
  void refusesMoreThanIsAllowedWithoutKeepingIt() {
    assertThatThrownBy(() -> RawInput.read("-", new Endless(), 1000))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger than the 1000 bytes");
  }

  @Test
  void refusesFoldersAndEmptyFiles() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> read(folder.toString())).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> read(empty.toString())).hasMessageContaining("is empty");
  }

  private static RawInput read(String argument) {
    return RawInput.read(argument, InputStream.nullInputStream(), 100);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 7;
    }
  }
}
