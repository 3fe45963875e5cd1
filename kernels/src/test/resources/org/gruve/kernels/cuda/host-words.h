// What host C++ calls the things that kernels.h needs; see stand-in-kernels.cpp. Products are plain ones
// here, and all that can be computed by them is.

#include <cstdint>

typedef uint32_t u32;
struct u32x4 {
  u32 x, y, z, w;
};

// What a thread of a group knows of itself.
struct Place {
  u32 local, size, x, y, columns;
};
extern Place place;

// Lets the other threads of the group come as far.
void barrier();

#define FUNCTION static inline
#define KERNEL static
#define GLOBAL
#define LOCAL static
#define LOCAL_POINTER
#define CONSTANT_ARRAY static const
#define LOCAL_ID place.local
#define GROUP_SIZE place.size
#define GROUP_X place.x
#define GROUP_Y place.y
#define GROUPS_X place.columns
#define BARRIER barrier()
#define UNROLLED
#define NOT_UNROLLED
#define LEAST(x, y) ((x) < (y) ? (x) : (y))
#define QUAD(a, b, c, d) u32x4 {a, b, c, d}
#define COUNT_UP(at) ((*(at))++)
#define REVERSED(x) __builtin_bswap32(x)
#define ROTATED(x, n) ((x) >> (n) | (x) << (32 - (n)))
#define CHOOSE(x, y, z) (((x) & (y)) ^ (~(x) & (z)))
#define MAJORITY(x, y, z) (((x) & (y)) ^ ((x) & (z)) ^ ((y) & (z)))

static inline u32 high_product(u32 x, u32 factor) {
  return static_cast<uint64_t>(x) * factor >> 32;
}
#define SUM_BY_PRODUCT(x, y) ((x) * factors.one + (y))
#define SHIFT_3_BY_PRODUCT(x) high_product(x, factors.shift_3)
#define SHIFT_10_BY_PRODUCT(x) high_product(x, factors.shift_10)
#define TURN_25_BY_PRODUCT(n, x) ((x) * factors.turn_25 + high_product(x, factors.turn_25))

#define ADDS 1
#define SHIFTS 1
#define TURNS 120
#define ROWS 64
#define SLOTS 1023
