package org.gruve.pool;

import java.net.InetAddress;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What a client takes from its surroundings beside time: chance, and the names of hosts. */
public record Outside(RandomGenerator random, Names names) {
  /** The system's. */
  public static Outside system() {
    return new Outside(new SplittableRandom(), InetAddress::getAllByName);
  }
}
