// What CUDA C++ calls the things that kernels.h needs. kernels.ptx is compiled from this text, with
// every product in it and a mark on each line that a variant may have otherwise; see PtxVariant.

typedef unsigned int u32;
typedef uint4 u32x4;
#define FUNCTION static __device__ __forceinline__
#define KERNEL extern "C" __global__ __launch_bounds__(256)
#define GLOBAL
#define LOCAL __shared__
#define LOCAL_POINTER
#define CONSTANT_ARRAY __constant__
#define LOCAL_ID threadIdx.x
#define GROUP_SIZE blockDim.x
#define GROUP_X blockIdx.x
#define GROUP_Y blockIdx.y
#define GROUPS_X gridDim.x
#define BARRIER __syncthreads()
#define UNROLLED _Pragma("unroll")
#define NOT_UNROLLED _Pragma("unroll 1")
#define LEAST(x, y) min(x, y)
#define QUAD(a, b, c, d) make_uint4(a, b, c, d)
#define COUNT_UP(at) atomicAdd(at, 1u)
#define REVERSED(x) __byte_perm(x, 0, 0x0123)
#define ROTATED(x, n) __funnelshift_r(x, x, n)
#define CHOOSE(x, y, z) ((z) ^ ((x) & ((y) ^ (z))))
#define MAJORITY(x, y, z) (((x) & (y)) | ((z) & ((x) | (y))))

#define PRODUCT_PLUS(mark, x, factor, y)                       \
  ({                                                           \
    u32 sum;                                                   \
    asm("mad.lo.u32 %0, %1, %2, %3; //" mark                   \
        : "=r"(sum)                                            \
        : "r"(x), "r"(factor), "r"(y));                        \
    sum;                                                       \
  })
#define HIGH_PRODUCT(mark, x, factor)                                              \
  ({                                                                               \
    u32 high;                                                                      \
    asm("mul.hi.u32 %0, %1, %2; //" mark : "=r"(high) : "r"(x), "r"(factor));      \
    high;                                                                          \
  })
#define SUM_BY_PRODUCT(x, y) PRODUCT_PLUS("sum", x, factors.one, y)
#define SHIFT_3_BY_PRODUCT(x) HIGH_PRODUCT("shift 3", x, factors.shift_3)
#define SHIFT_10_BY_PRODUCT(x) HIGH_PRODUCT("shift 10", x, factors.shift_10)
#define TURN_25_BY_PRODUCT(n, x) \
  PRODUCT_PLUS("turn " #n, x, factors.turn_25, HIGH_PRODUCT("turn " #n, x, factors.turn_25))

#define ADDS 1
#define SHIFTS 1
#define TURNS 120
#define ROWS 64
#define SLOTS 1023
#include "tricks.h"
#include "rounds.h"
#include "kernels.h"
