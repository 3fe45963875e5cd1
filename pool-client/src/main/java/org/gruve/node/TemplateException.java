package org.gruve.node;

/** A template that must not be mined, in one sentence that names the field. */
public final class TemplateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final boolean hopeless;

  private TemplateException(String sentence, boolean hopeless) {
    super(sentence);
    this.hopeless = hopeless;
  }

  /** This one is no good; the next may be. */
  static TemplateException of(String field, String what) {
    return new TemplateException("the template's " + field + " " + what, false);
  }

  /** The node asks for what we cannot do. */
  static TemplateException hopeless(String sentence) {
    return new TemplateException(sentence, true);
  }

  /** Whether no later template of the same node will do either. */
  public boolean hopeless() {
    return hopeless;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
