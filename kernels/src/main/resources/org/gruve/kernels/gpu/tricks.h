// How the functions of SHA-256 are computed. ADDS and SHIFTS are 1, and TURNS is the number of
// rotations, where multiplications take work off the pipe that all else runs on.

// The multiplicands 1, 2^29, 2^22 and 2^7. As arguments they are unknown to the compiler, which
// would turn products back into what they stand for.
typedef struct {
  u32 one, shift_3, shift_10, turn_25;
} Factors;

#define BIG_0(x) (ROTATED(x, 2) ^ ROTATED(x, 13) ^ ROTATED(x, 22))
#define BIG_1_BY_SHIFTS(x) (ROTATED(x, 6) ^ ROTATED(x, 11) ^ ROTATED(x, 25))
#define SMALL_0_BY_SHIFTS(x) (ROTATED(x, 7) ^ ROTATED(x, 18) ^ ((x) >> 3))
#define SMALL_1_BY_SHIFTS(x) (ROTATED(x, 17) ^ ROTATED(x, 19) ^ ((x) >> 10))

// Spread evenly over all rounds.
#define MOVED(n, count) ((n) * TURNS / (count) != ((n) + 1) * TURNS / (count))
#define ADD_MOVED(x, y) (ADDS ? SUM_BY_PRODUCT(x, y) : (x) + (y))
#define SMALL_0_MOVED(x) \
  (SHIFTS ? ROTATED(x, 7) ^ ROTATED(x, 18) ^ SHIFT_3_BY_PRODUCT(x) : SMALL_0_BY_SHIFTS(x))
#define SMALL_1_MOVED(x) \
  (SHIFTS ? ROTATED(x, 17) ^ ROTATED(x, 19) ^ SHIFT_10_BY_PRODUCT(x) : SMALL_1_BY_SHIFTS(x))
#define BIG_1_MOVED(n, count, x) \
  (MOVED(n, count) ? ROTATED(x, 6) ^ ROTATED(x, 11) ^ TURN_25_BY_PRODUCT(n, x) : BIG_1_BY_SHIFTS(x))
