package org.gruve.stratum.v1;

/** One line of Stratum V1, either way. STUB: the records are the codec author's. */
public sealed interface Message permits Malformed {}
