package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a PTX text into statements. Lines mean little in PTX: inline assembly may put a block with
 * registers of its own on one line, and an entry's head spreads over many.
 */
final class PtxStatements {
  /** These end with their line, since they have no semicolon. */
  private static final Pattern LINE =
      Pattern.compile("\\.(version|target|address_size|file|loc)\\s.*", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("[\\w$]+");
  private static final Pattern HEAD =
      Pattern.compile("((\\.\\w+\\s+)*\\.(entry|func)\\b.*)?", Pattern.DOTALL);

  private final List<PtxStatement> statements = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int line = 1;
  private int begun = 1;

  static List<PtxStatement> of(String ptx) {
    PtxStatements cutter = new PtxStatements();
    cutter.cut(withoutComments(ptx));
    return cutter.statements;
  }

  private static String withoutComments(String ptx) {
    String plain = ptx.replaceAll("//[^\n]*", "");
    return Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL)
        .matcher(plain)
        .replaceAll(comment -> comment.group().replaceAll("[^\n]", ""));
  }

  private void cut(String text) {
    for (int i = 0; i < text.length(); i++) {
      take(text.charAt(i));
    }
    if (!pending().isEmpty()) {
      throw new PtxStatement(begun, pending()).fault("this statement does not end");
    }
  }

  private void take(char c) {
    switch (c) {
      case ';' -> end();
      case '{' -> brace();
      case '}' -> closingBrace();
      case ':' -> colon();
      case '\n' -> newLine();
      default -> append(c);
    }
  }

  private void append(char c) {
    if (open.isEmpty()) {
      if (Character.isWhitespace(c)) {
        return;
      }
      begun = line;
    }
    open.append(Character.isWhitespace(c) ? ' ' : c);
  }

  /** A brace within an instruction holds a vector, within a declaration its values. */
  private void brace() {
    append('{');
    String before = open.substring(0, open.length() - 1);
    if (HEAD.matcher(before).matches()) {
      end();
    }
  }

  private void closingBrace() {
    boolean vector = open.indexOf("{") >= 0;
    append('}');
    if (!vector) {
      end();
    }
  }

  private void colon() {
    boolean label = NAME.matcher(pending()).matches();
    append(':');
    if (label) {
      end();
    }
  }

  private void newLine() {
    if (LINE.matcher(open).matches()) {
      end();
    }
    append('\n');
    line++;
  }

  private void end() {
    String text = pending();
    if (!text.isEmpty()) {
      statements.add(new PtxStatement(begun, text));
    }
    open.setLength(0);
  }

  private String pending() {
    return open.toString().strip();
  }
}
