package org.gruve.kernels.cuda;

import static jcuda.driver.CUjit_option.CU_JIT_ERROR_LOG_BUFFER;
import static jcuda.driver.CUjit_option.CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES;
import static jcuda.driver.CUresult.CUDA_SUCCESS;
import static jcuda.driver.JCudaDriver.cuModuleGetFunction;
import static jcuda.driver.JCudaDriver.cuModuleLoadDataJIT;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JITOptions;

/** The kernels of a variant, as the driver assembled them. */
record CudaModule(CUfunction midstates, CUfunction versions, CUfunction nonces) {
  private static final int LOG_BYTES = 1 << 14;
  private static final int LOG_CHARACTERS = 400;

  /** Takes up to a second where the driver has not kept what it made of the same text before. */
  static CudaModule load(String ptx) {
    JITOptions options = new JITOptions();
    options.putInt(CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES, LOG_BYTES);
    options.putBytes(CU_JIT_ERROR_LOG_BUFFER, new byte[LOG_BYTES]);
    CUmodule module = new CUmodule();
    int result = cuModuleLoadDataJIT(module, Pointer.to(terminated(ptx)), options);
    if (result != CUDA_SUCCESS) {
      throw CudaFaults.told(result, "cannot assemble the kernels", log(options));
    }
    return new CudaModule(
        function(module, "midstates"), function(module, "versions"), function(module, "nonces"));
  }

  /** Outside of the heap, since the collector should not have to wait for an assembler. */
  private static ByteBuffer terminated(String ptx) {
    byte[] text = (ptx + "\0").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(text.length).put(text).flip();
  }

  private static CUfunction function(CUmodule module, String name) {
    CUfunction function = new CUfunction();
    CudaFaults.check(cuModuleGetFunction(function, module, name), "lacks the kernel " + name);
    return function;
  }

  private static String log(JITOptions options) {
    byte[] bytes = options.getBytes(CU_JIT_ERROR_LOG_BUFFER);
    String log = new String(bytes, StandardCharsets.UTF_8);
    int end = log.indexOf('\0');
    String line = log.substring(0, end < 0 ? log.length() : end).strip().replaceAll("\\s+", " ");
    return line.length() > LOG_CHARACTERS ? line.substring(0, LOG_CHARACTERS) + " ..." : line;
  }
}
