package org.gruve.kernels.cuda;

import java.util.List;

/** A few lines of PTX in a kernel around them, with some words to read and one to write each. */
record PtxSnippet(String body) {
  /**
   * Runs one thread. The body finds its inputs in %r1, %r2, %r3 and leaves its result in %r0; there
   * are registers up to %r9, %rd9, %h9 and %p9.
   */
  int result(int... inputs) {
    return results(1, inputs)[0];
  }

  /** Runs a block of threads; each stores its %r0. */
  int[] results(int threads, int... inputs) {
    PtxInterpreter gpu = new PtxInterpreter(PtxModule.parse(text()));
    long out = gpu.global().allocate("out", 4 * threads);
    byte[] in = KernelArguments.words(inputs.length == 0 ? new int[1] : inputs);
    long from = gpu.global().allocate("in", 12);
    gpu.global().write(from, in);
    gpu.launch(
        "snippet",
        Grid.of(1, threads),
        List.of(KernelArguments.pointer(out), KernelArguments.pointer(from)));
    return KernelArguments.toWords(gpu.global().read(out, 4 * threads));
  }

  private String text() {
    return """
    .version 6.3
    .target sm_50
    .address_size 64
    .const .align 4 .u32 table[3] = {7, 0x10, -1};
    .global .align 4 .u32 counter;
    .visible .entry snippet(
      .param .u64 out,
      .param .u64 in
    )
    .maxntid 256, 1, 1
    {
      .reg .pred %p<10>;
      .reg .b16 %h<10>;
      .reg .b32 %r<10>, %tid;
      .reg .b64 %rd<10>, %o, %i;
      .shared .align 16 .b8 board[64];
      ld.param.u64 %i, [in];
      ld.global.u32 %r1, [%i];
      ld.global.u32 %r2, [%i+4];
      ld.global.u32 %r3, [%i+8];
      mov.u32 %tid, %tid.x;
      BODY
      ld.param.u64 %o, [out];
      mad.wide.u32 %o, %tid, 4, %o;
      st.global.u32 [%o], %r0;
      ret;
    }
    """
        .replace("BODY", body);
  }
}
