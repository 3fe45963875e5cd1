package org.gruve.kernels.cuda;

import java.util.List;

/**
 * An entry of a PTX module, decoded.
 *
 * @param threadLimit the most threads of a block that it is compiled for
 * @param source the statement of each instruction
 */
record PtxKernel(
    String name,
    int threadLimit,
    List<PtxVariable> variables,
    RegisterFile registers,
    List<PtxInstruction> instructions,
    List<PtxStatement> source) {
  List<PtxVariable> variables(Space space) {
    return variables.stream().filter(variable -> variable.space() == space).toList();
  }
}
