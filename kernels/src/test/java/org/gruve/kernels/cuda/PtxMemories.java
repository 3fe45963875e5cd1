package org.gruve.kernels.cuda;

/** The memories that all threads of a launch see. */
record PtxMemories(DeviceMemory global, DeviceMemory constant, DeviceMemory parameters) {}
