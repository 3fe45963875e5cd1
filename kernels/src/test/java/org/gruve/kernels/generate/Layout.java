package org.gruve.kernels.generate;

/** What differs between lanes, and how a class is told of it. */
enum Layout {
  /** Neighbouring nonces of one midstate. */
  NONCE_PER_LANE(HeaderHash.noncePerLane(), "LaneRounds", "int[] u, int[] x, int first") {
    @Override
    String summary(int lanes) {
      return lanes == 1 ? "one nonce at a time" : lanes + " nonces at a time";
    }
  },
  /** Midstates of several versions, with one nonce. */
  MIDSTATE_PER_LANE(
      HeaderHash.midstatePerLane(), "RolledRounds", "int[] u, int[] m, int at, int[] x") {
    @Override
    String summary(int lanes) {
      return lanes == 1 ? "one midstate at a time" : lanes + " midstates at a time";
    }
  };

  private final Program program;
  private final String type;
  private final String parameters;

  Layout(Program program, String type, String parameters) {
    this.program = program;
    this.type = type;
    this.parameters = parameters;
  }

  Program program() {
    return program;
  }

  /** The interface that its kernels implement. */
  String type() {
    return type;
  }

  /** The parameters of all methods of its kernels. */
  String parameters() {
    return parameters;
  }

  Word.Name nonce() {
    return program.inputs().getLast();
  }

  abstract String summary(int lanes);
}
