package org.gruve.kernels.x86;

/** A place in memory: what a register points to, and a displacement in bytes. */
public record Memory(Register base, int displacement) {}
