package org.gruve.core.mine;

/**
 * What a user sees of a device.
 *
 * @param id how it is chosen and shown: {@code cpu}, {@code cuda:0}, {@code opencl:1}
 * @param backend {@code cpu}, {@code cuda} or {@code opencl}
 * @param name the vendor's name for it
 * @param kernel the name of the kernel in use
 * @param busId PCI bus id, or empty
 */
public record DeviceInfo(String id, String backend, String name, String kernel, String busId) {
  /**
   * Whether it is reached through a driver, which may hang, and of which others want their share;
   * the CPU takes the time that it takes, and is shared by the operating system.
   */
  public boolean hasDriver() {
    return !backend.equals("cpu");
  }
}
