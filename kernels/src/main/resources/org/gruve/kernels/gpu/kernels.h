// The kernels, in every language whose words stand before this text. Hits are exact: a hash is one
// if its top word, read as a number, is no more than the limit.

#define ROW_QUADS ((ROW_WORDS + 3) / 4)

typedef struct {
  u32 words[NONCE_WORDS];
} NonceWork;

// Merkle root's end, time and nbits, as they are hashed.
typedef struct {
  u32 words[3];
} Tail;

// Bits that are 0 in every hit's last word, and the limit itself.
typedef struct {
  u32 zeros, limit;
} Test;

// found: how many hits there were, then two words of each; those that do not fit are only counted.
FUNCTION void report(Test test, u32 last, u32 first, u32 second, GLOBAL u32 *found) {
  if (REVERSED(last) <= test.limit) {
    u32 slot = COUNT_UP(found);
    if (slot < SLOTS) {
      found[1 + 2 * slot] = first;
      found[2 + 2 * slot] = second;
    }
  }
}

// A thread is a nonce, and then the one that lies a whole grid of threads further on.
KERNEL void nonces(
    Factors factors, NonceWork work, u32 first, u32 count, Test test, GLOBAL u32 *found) {
  NOT_UNROLLED
  for (u32 i = GROUP_X * GROUP_SIZE + LOCAL_ID; i < count; i += GROUPS_X * GROUP_SIZE) {
    u32 last = hash_of_nonce(factors, work.words, first + i);
    if ((last & test.zeros) == 0) {
      report(test, last, 0, first + i, found);
    }
  }
}

typedef struct {
  u32 words[16];
} Block;

FUNCTION u32 version_with(u32 base, u32 mask, u32 index) {
  u32 version = base;
  NOT_UNROLLED
  for (u32 left = mask; left != 0; left &= left - 1) {
    if (index & 1) {
      version |= left & (0 - left);
    }
    index >>= 1;
  }
  return version;
}

CONSTANT_ARRAY u32 k[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// FIPS 180-4, 6.2.2, of the first block of a header.
FUNCTION void compress(u32 *w, u32 *out) {
  const u32 start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  u32 a = start[0], b = start[1], c = start[2], d = start[3];
  u32 e = start[4], f = start[5], g = start[6], h = start[7];
  NOT_UNROLLED
  for (int t = 0; t < 64; t++) {
    u32 x = w[0];
    u32 t1 = h + BIG_1_BY_SHIFTS(e) + CHOOSE(e, f, g) + k[t] + x;
    u32 t2 = BIG_0(a) + MAJORITY(a, b, c);
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
    x += SMALL_0_BY_SHIFTS(w[1]) + w[9] + SMALL_1_BY_SHIFTS(w[14]);
    UNROLLED
    for (int i = 0; i < 15; i++) {
      w[i] = w[i + 1];
    }
    w[15] = x;
  }
  out[0] = a + start[0];
  out[1] = b + start[1];
  out[2] = c + start[2];
  out[3] = d + start[3];
  out[4] = e + start[4];
  out[5] = f + start[5];
  out[6] = g + start[6];
  out[7] = h + start[7];
}

// A thread is a version: what all its hashes share.
KERNEL void midstates(
    Block block, Tail tail, u32 base, u32 mask, u32 first, u32 count, GLOBAL u32 *out) {
  u32 i = GROUP_X * GROUP_SIZE + LOCAL_ID;
  if (i >= count) {
    return;
  }
  u32 in[11], w[16], words[MIDSTATE_WORDS];
  UNROLLED
  for (int n = 1; n < 16; n++) {
    w[n] = block.words[n];
  }
  w[0] = REVERSED(version_with(base, mask, first + i));
  compress(w, in);
  UNROLLED
  for (int n = 0; n < 3; n++) {
    in[8 + n] = tail.words[n];
  }
  midstate_words(in, words);
  UNROLLED
  for (int n = 0; n < MIDSTATE_WORDS; n++) {
    out[n * count + i] = words[n];
  }
}

// The schedules of some nonces, computed by a group together.
FUNCTION void fill(LOCAL_POINTER u32x4 *rows, Tail tail, u32 first, u32 count) {
  NOT_UNROLLED
  for (u32 j = LOCAL_ID; j < count; j += GROUP_SIZE) {
    u32 words[4 * ROW_QUADS];
    words[4 * ROW_QUADS - 1] = 0;
    row_words(tail.words, first + j, words);
    UNROLLED
    for (int q = 0; q < ROW_QUADS; q++) {
      rows[j * ROW_QUADS + q] =
          QUAD(words[4 * q], words[4 * q + 1], words[4 * q + 2], words[4 * q + 3]);
    }
  }
}

// A thread is a midstate; a group has its nonces in common. Midstates: word n of the i-th version
// stands at n * stride + i.
KERNEL void versions(
    Factors factors, Tail tail, GLOBAL const u32 *midstates, u32 stride, u32 first, u32 count,
    u32 first_nonce, u32 nonces, u32 nonces_per_group, Test test, GLOBAL u32 *found) {
  LOCAL u32x4 rows[ROWS * ROW_QUADS];
  u32 midstate[MIDSTATE_WORDS], fixed[FIXED_WORDS];
  u32 index = GROUP_X * GROUP_SIZE + LOCAL_ID;
  // A thread too many does what another does, and keeps silent.
  bool counts = index < count;
  u32 version = first + (counts ? index : 0);
  UNROLLED
  for (int n = 0; n < MIDSTATE_WORDS; n++) {
    midstate[n] = midstates[n * stride + version];
  }
  fixed_words(tail.words, fixed);
  u32 done = GROUP_Y * nonces_per_group;
  u32 end = LEAST(nonces, done + nonces_per_group);
  NOT_UNROLLED
  for (; done < end; done += ROWS) {
    u32 these = LEAST((u32) ROWS, end - done);
    BARRIER;
    fill(rows, tail, first_nonce + done, these);
    BARRIER;
    NOT_UNROLLED
    for (u32 j = 0; j < these; j++) {
      u32 row[4 * ROW_QUADS];
      UNROLLED
      for (int q = 0; q < ROW_QUADS; q++) {
        u32x4 quad = rows[j * ROW_QUADS + q];
        row[4 * q] = quad.x;
        row[4 * q + 1] = quad.y;
        row[4 * q + 2] = quad.z;
        row[4 * q + 3] = quad.w;
      }
      u32 last = hash_of_version(factors, midstate, fixed, row);
      if ((last & test.zeros) == 0 && counts) {
        report(test, last, version, first_nonce + done + j, found);
      }
    }
  }
}
