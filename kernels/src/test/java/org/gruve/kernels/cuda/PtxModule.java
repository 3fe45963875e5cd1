package org.gruve.kernels.cuda;

import java.util.List;

/** A PTX text, decoded. */
record PtxModule(List<PtxVariable> variables, List<PtxKernel> kernels) {
  static PtxModule parse(String ptx) {
    return new PtxParser().parse(PtxStatements.of(ptx));
  }

  PtxKernel kernel(String name) {
    return kernels.stream()
        .filter(kernel -> kernel.name().equals(name))
        .findAny()
        .orElseThrow(() -> new PtxFault("no kernel `" + name + "` but " + kernelNames()));
  }

  PtxVariable variable(String name) {
    return variables.stream()
        .filter(variable -> variable.name().equals(name))
        .findAny()
        .orElseThrow(() -> new PtxFault("no variable `" + name + "` in this module"));
  }

  private List<String> kernelNames() {
    return kernels.stream().map(PtxKernel::name).toList();
  }
}
