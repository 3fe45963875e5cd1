package org.gruve.kernels.generate;

/** A name and the word that it stands for; {@code round} counts through both hashes. */
record Let(Word.Name name, Word word, int round) {}
