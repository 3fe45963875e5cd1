// The kernels as host C++, from the same text that is compiled for GPUs.

#include "stand-in.h"

#include "host-words.h"

#include <ucontext.h>

#include <vector>

#include "tricks.h"
#include "rounds.h"
#include "kernels.h"

Place place;

namespace {

// A thread of the group that runs. Each goes as far as the next barrier, then it is the turn of the
// next one.
struct Fiber {
  static constexpr size_t STACK = 1 << 16;
  ucontext_t context;
  std::vector<char> stack = std::vector<char>(STACK);
  bool done = false;
};

std::vector<Fiber> fibers(256);
ucontext_t scheduler;
u32 turn;
const std::function<void()> *body;

void begin() {
  (*body)();
  fibers[turn].done = true;
}

bool resume(u32 thread) {
  turn = thread;
  place.local = thread;
  swapcontext(&scheduler, &fibers[thread].context);
  return !fibers[thread].done;
}

// Runs the threads of one group side by side. False when some are done and others wait for them at
// a barrier, which no GPU would forgive.
bool run_group(u32 size) {
  for (u32 i = 0; i < size; i++) {
    Fiber &fiber = fibers[i];
    fiber.done = false;
    getcontext(&fiber.context);
    fiber.context.uc_stack.ss_sp = fiber.stack.data();
    fiber.context.uc_stack.ss_size = Fiber::STACK;
    fiber.context.uc_link = &scheduler;
    makecontext(&fiber.context, begin, 0);
  }
  for (u32 waiting = size; waiting > 0;) {
    waiting = 0;
    for (u32 i = 0; i < size; i++) {
      waiting += resume(i);
    }
    if (waiting != 0 && waiting != size) {
      return false;
    }
  }
  return true;
}

bool run_grid(const Shape &shape, bool barriers, const std::function<void()> &thread) {
  body = &thread;
  place.size = shape.size;
  place.columns = shape.columns;
  for (place.y = 0; place.y < shape.rows; place.y++) {
    for (place.x = 0; place.x < shape.columns; place.x++) {
      if (barriers) {
        if (!run_group(shape.size)) {
          return false;
        }
        continue;
      }
      for (place.local = 0; place.local < shape.size; place.local++) {
        thread();
      }
    }
  }
  return true;
}

template <typename T>
T value(void **arguments, int index) {
  return *static_cast<T *>(arguments[index]);
}

u32 *memory(void **arguments, int index) {
  return reinterpret_cast<u32 *>(value<uintptr_t>(arguments, index));
}

// Arguments are read at once, as a driver does; only the run comes later.
Run run_of_nonces(void **a, Shape shape) {
  auto factors = value<Factors>(a, 0);
  auto work = value<NonceWork>(a, 1);
  u32 first = value<u32>(a, 2), count = value<u32>(a, 3);
  auto test = value<Test>(a, 4);
  u32 *found = memory(a, 5);
  return [=] {
    return run_grid(shape, false, [&] { nonces(factors, work, first, count, test, found); });
  };
}

Run run_of_midstates(void **a, Shape shape) {
  auto block = value<Block>(a, 0);
  auto tail = value<Tail>(a, 1);
  u32 base = value<u32>(a, 2), mask = value<u32>(a, 3);
  u32 first = value<u32>(a, 4), count = value<u32>(a, 5);
  u32 *out = memory(a, 6);
  return [=] {
    return run_grid(shape, false, [&] { midstates(block, tail, base, mask, first, count, out); });
  };
}

Run run_of_versions(void **a, Shape shape) {
  auto factors = value<Factors>(a, 0);
  auto tail = value<Tail>(a, 1);
  u32 *midstates = memory(a, 2);
  u32 stride = value<u32>(a, 3), first = value<u32>(a, 4), count = value<u32>(a, 5);
  u32 first_nonce = value<u32>(a, 6), nonces = value<u32>(a, 7), per_group = value<u32>(a, 8);
  auto test = value<Test>(a, 9);
  u32 *found = memory(a, 10);
  return [=] {
    return run_grid(shape, true, [&] {
      versions(
          factors, tail, midstates, stride, first, count, first_nonce, nonces, per_group, test,
          found);
    });
  };
}

const Factors FACTORS = {1, 1u << 29, 1u << 22, 1u << 7};

}  // namespace

void barrier() { swapcontext(&fibers[turn].context, &scheduler); }

Binder kernel_named(const std::string &name) {
  if (name == "nonces") {
    return run_of_nonces;
  }
  if (name == "midstates") {
    return run_of_midstates;
  }
  return name == "versions" ? run_of_versions : nullptr;
}

// The last word of a single hash, as the kernel of nonces computes it.
extern "C" u32 standin_hash_of_nonce(const u32 *work, u32 nonce) {
  return hash_of_nonce(FACTORS, work, nonce);
}

// The same as the kernels of midstates and versions compute it.
extern "C" u32 standin_hash_of_version(const u32 *block, const u32 *tail, u32 nonce) {
  u32 w[16], in[11], midstate[MIDSTATE_WORDS], fixed[FIXED_WORDS], row[4 * ROW_QUADS];
  for (int n = 0; n < 16; n++) {
    w[n] = block[n];
  }
  compress(w, in);
  for (int n = 0; n < 3; n++) {
    in[8 + n] = tail[n];
  }
  midstate_words(in, midstate);
  fixed_words(tail, fixed);
  row_words(tail, nonce, row);
  return hash_of_version(FACTORS, midstate, fixed, row);
}
