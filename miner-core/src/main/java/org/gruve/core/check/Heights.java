package org.gruve.core.check;

/** From which height on each soft fork is in force (Core: buried deployments). */
record Heights(int bip34, int bip66, int bip65, int csv, int segwit) {}
