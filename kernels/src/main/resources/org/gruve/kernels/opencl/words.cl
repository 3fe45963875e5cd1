// What OpenCL C calls the things that kernels.h needs.

typedef uint u32;
typedef uint4 u32x4;
#define FUNCTION static inline
#define KERNEL __kernel __attribute__((reqd_work_group_size(GROUP_SIZE, 1, 1)))
#define GLOBAL __global
#define LOCAL __local
#define LOCAL_POINTER __local
#define CONSTANT_ARRAY __constant
#define LOCAL_ID ((uint) get_local_id(0))
#define GROUP_X ((uint) get_group_id(0))
#define GROUP_Y ((uint) get_group_id(1))
#define GROUPS_X ((uint) get_num_groups(0))
#define BARRIER barrier(CLK_LOCAL_MEM_FENCE)
#define UNROLLED _Pragma("unroll")
#define NOT_UNROLLED _Pragma("unroll 1")
#define LEAST(x, y) min(x, y)
#define QUAD(a, b, c, d) (uint4)(a, b, c, d)
#define COUNT_UP(at) atomic_inc(at)
#define REVERSED(x) as_uint(as_uchar4((uint) (x)).wzyx)
// Spelt out, not as built-in functions: every compiler knows these forms for its rotation and its
// selection by bits, and offline some have no built-in functions.
#define ROTATED(x, n) (((x) >> (n)) | ((x) << (32 - (n))))
#define CHOOSE(x, y, z) ((z) ^ ((x) & ((y) ^ (z))))
#define MAJORITY(x, y, z) CHOOSE((x) ^ (z), y, x)

// Only NVIDIA's compiler would undo what a plain product says.
#ifdef NVIDIA
FUNCTION u32 product_plus(u32 x, u32 factor, u32 y) {
  u32 sum;
  asm("mad.lo.u32 %0, %1, %2, %3;" : "=r"(sum) : "r"(x), "r"(factor), "r"(y));
  return sum;
}
FUNCTION u32 high_product(u32 x, u32 factor) {
  u32 high;
  asm("mul.hi.u32 %0, %1, %2;" : "=r"(high) : "r"(x), "r"(factor));
  return high;
}
#else
#define product_plus(x, factor, y) ((x) * (factor) + (y))
#define high_product(x, factor) mul_hi(x, factor)
#endif
#define SUM_BY_PRODUCT(x, y) product_plus(x, factors.one, y)
#define SHIFT_3_BY_PRODUCT(x) high_product(x, factors.shift_3)
#define SHIFT_10_BY_PRODUCT(x) high_product(x, factors.shift_10)
#define TURN_25_BY_PRODUCT(n, x) product_plus(x, factors.turn_25, high_product(x, factors.turn_25))
