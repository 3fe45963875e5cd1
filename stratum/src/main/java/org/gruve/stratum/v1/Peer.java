package org.gruve.stratum.v1;

/** Who is at the other end, as sentences begin with it. */
enum Peer {
  SERVER("The pool"),
  CLIENT("The client");

  final String name;

  Peer(String name) {
    this.name = name;
  }
}
