// A driver that stands in for NVIDIA's libcuda.so.1 in tests: the functions of its API that are
// used here, for one device without a GPU. It is stricter than the real one: it knows which context
// each thing belongs to, and runs nothing before it must.

#include "stand-in.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <vector>

typedef int CUresult;
typedef int CUdevice;
typedef uint64_t CUdeviceptr;

namespace {

enum {
  SUCCESS = 0,
  INVALID_VALUE = 1,
  NOT_INITIALIZED = 3,
  INVALID_CONTEXT = 201,
  INVALID_PTX = 218,
  INVALID_HANDLE = 400,
  NOT_FOUND = 500,
  FIRST_THAT_BREAKS_A_CONTEXT = 700,
  LAUNCH_FAILED = 719
};

const std::map<int, std::pair<const char *, const char *>> NAMES = {
    {1, {"CUDA_ERROR_INVALID_VALUE", "invalid argument"}},
    {2, {"CUDA_ERROR_OUT_OF_MEMORY", "out of memory"}},
    {100, {"CUDA_ERROR_NO_DEVICE", "no CUDA-capable device is detected"}},
    {201, {"CUDA_ERROR_INVALID_CONTEXT", "invalid device context"}},
    {218, {"CUDA_ERROR_INVALID_PTX", "a PTX JIT compilation failed"}},
    {222, {"CUDA_ERROR_UNSUPPORTED_PTX_VERSION", "the provided PTX was compiled with an unsupported toolchain."}},
    {400, {"CUDA_ERROR_INVALID_HANDLE", "invalid resource handle"}},
    {700, {"CUDA_ERROR_ILLEGAL_ADDRESS", "an illegal memory access was encountered"}},
    {702, {"CUDA_ERROR_LAUNCH_TIMEOUT", "the launch timed out and was terminated"}},
    {719, {"CUDA_ERROR_LAUNCH_FAILED", "unspecified launch failure"}},
    {803, {"CUDA_ERROR_SYSTEM_DRIVER_MISMATCH", "system has unsupported display driver / cuda driver combination"}},
    {999, {"CUDA_ERROR_UNKNOWN", "unknown error"}}};

struct Context {
  int broken = SUCCESS;
};

// Whatever is made in a context: a module, a function, a stream, an event, memory.
struct Thing {
  char kind;
  Context *context;
  Binder kernel = nullptr;
  size_t bytes = 0;
  std::vector<Run> waiting;
  Thing *stream = nullptr;
};

// How a call is to fail: not before so many others, then so many times.
struct Fault {
  int result, after, times;
};

std::mutex door;
bool initialized;
std::set<Context *> contexts;
std::map<void *, Thing *> things;
std::map<std::string, Fault> faults;
thread_local Context *current;

int planned(const std::string &call) {
  auto vanished = faults.find("*");
  auto at = vanished == faults.end() ? faults.find(call) : vanished;
  if (at == faults.end()) {
    return SUCCESS;
  }
  Fault &fault = at->second;
  if (fault.after > 0) {
    fault.after--;
    return SUCCESS;
  }
  int result = fault.result;
  if (--fault.times <= 0) {
    faults.erase(at);
  }
  return result;
}

int broken(int result) {
  if (result >= FIRST_THAT_BREAKS_A_CONTEXT && current != nullptr) {
    current->broken = result;
  }
  return result;
}

// What every call begins with that needs a context.
int entered(const char *call) {
  if (current == nullptr || contexts.count(current) == 0) {
    return INVALID_CONTEXT;
  }
  return current->broken != SUCCESS ? current->broken : broken(planned(call));
}

Thing *thing(void *handle, char kind) {
  auto at = things.find(handle);
  bool is = at != things.end() && at->second->kind == kind && at->second->context == current;
  return is ? at->second : nullptr;
}

// The memory that holds all of these bytes.
Thing *area(uint64_t address, size_t bytes, char kind) {
  auto at = things.upper_bound(reinterpret_cast<void *>(address));
  if (at == things.begin()) {
    return nullptr;
  }
  --at;
  auto start = reinterpret_cast<uint64_t>(at->first);
  bool inside = at->second->kind == kind && address + bytes <= start + at->second->bytes;
  return inside && at->second->context == current ? at->second : nullptr;
}

template <typename Handle>
int make(char kind, Handle *out) {
  Thing *made = new Thing{kind, current};
  things[made] = made;
  *out = made;
  return SUCCESS;
}

int allocate(char kind, size_t bytes, void **out) {
  void *memory = malloc(bytes);
  memset(memory, 0xa5, bytes); // Whoever takes it to be zero is wrong.
  things[memory] = new Thing{kind, current};
  things[memory]->bytes = bytes;
  *out = memory;
  return SUCCESS;
}

void destroy(void *handle) {
  Thing *gone = things[handle];
  if (gone->kind == 'm' || gone->kind == 'p') {
    memset(handle, 0x5a, gone->bytes);
    free(handle);
  }
  things.erase(handle);
  delete gone;
}

int destroyed(const char *call, void *handle, char kind) {
  int result = entered(call);
  if (result != SUCCESS) {
    return result;
  }
  if (thing(handle, kind) == nullptr) {
    return INVALID_HANDLE;
  }
  destroy(handle);
  return SUCCESS;
}

int finish(Thing *stream) {
  std::vector<Run> runs;
  runs.swap(stream->waiting);
  for (Run &run : runs) {
    if (current->broken != SUCCESS) {
      break;
    }
    if (!run() && current->broken == SUCCESS) {
      broken(LAUNCH_FAILED);
    }
  }
  return current->broken;
}

}  // namespace

#define API extern "C" __attribute__((visibility("default"))) CUresult
#define LOCKED std::lock_guard<std::mutex> lock(door)
#define ENTERED(call)           \
  LOCKED;                       \
  int result = entered(call);   \
  if (result != SUCCESS) {      \
    return result;              \
  }
#define NEEDS(condition, error) \
  if (!(condition)) {           \
    return error;               \
  }
#define DESCRIBES(call)                                    \
  LOCKED;                                                  \
  int result = initialized ? planned(call) : NOT_INITIALIZED; \
  if (result != SUCCESS) {                                 \
    return result;                                         \
  }

// For tests: how a call, or what is launched ("kernel"), or all that comes ("*") is to fail.
API standin_fail(const char *call, int result, int after, int times) {
  LOCKED;
  faults[call] = Fault{result, after, times};
  return SUCCESS;
}

API standin_reset() {
  LOCKED;
  faults.clear();
  return SUCCESS;
}

API standin_contexts() {
  LOCKED;
  return contexts.size();
}

API standin_things() {
  LOCKED;
  return things.size();
}

API cuInit(unsigned) {
  LOCKED;
  int result = planned("cuInit");
  initialized |= result == SUCCESS;
  return result;
}

API cuDriverGetVersion(int *version) {
  *version = 12080;
  return SUCCESS;
}

API cuDeviceGetCount(int *count) {
  DESCRIBES("cuDeviceGetCount");
  *count = 1;
  return SUCCESS;
}

API cuDeviceGet(CUdevice *device, int ordinal) {
  DESCRIBES("cuDeviceGet");
  NEEDS(ordinal == 0, INVALID_VALUE);
  *device = ordinal;
  return SUCCESS;
}

API cuDeviceGetName(char *name, int length, CUdevice) {
  DESCRIBES("cuDeviceGetName");
  strncpy(name, "Stand-in for a GPU", length);
  return SUCCESS;
}

API cuDeviceGetPCIBusId(char *id, int length, CUdevice) {
  DESCRIBES("cuDeviceGetPCIBusId");
  strncpy(id, "0000:0A:00.0", length);
  return SUCCESS;
}

API cuDeviceTotalMem_v2(size_t *bytes, CUdevice) {
  DESCRIBES("cuDeviceTotalMem");
  *bytes = size_t{3} << 30;
  return SUCCESS;
}

API cuDeviceGetAttribute(int *value, int attribute, CUdevice) {
  DESCRIBES("cuDeviceGetAttribute");
  const std::map<int, int> values = {{13, 1980000}, {16, 2}, {75, 9}, {76, 0}};
  auto at = values.find(attribute);
  NEEDS(at != values.end(), INVALID_VALUE);
  *value = at->second;
  return SUCCESS;
}

API cuCtxCreate_v2(Context **context, unsigned, CUdevice) {
  DESCRIBES("cuCtxCreate");
  current = *context = new Context();
  contexts.insert(current);
  return SUCCESS;
}

API cuCtxSetCurrent(Context *context) {
  DESCRIBES("cuCtxSetCurrent");
  NEEDS(contexts.count(context) != 0, INVALID_CONTEXT);
  current = context;
  return SUCCESS;
}

API cuCtxDestroy_v2(Context *context) {
  LOCKED;
  NEEDS(contexts.count(context) != 0, INVALID_CONTEXT);
  int result = context->broken;
  std::vector<void *> gone;
  for (auto &entry : things) {
    if (entry.second->context == context) {
      gone.push_back(entry.first);
    }
  }
  std::for_each(gone.begin(), gone.end(), destroy);
  contexts.erase(context);
  delete context;
  return result;
}

// Options 5 and 6 are the log of errors and its size.
API cuModuleLoadDataEx(Thing **module, const char *text, unsigned count, int *names, void **values) {
  ENTERED("cuModuleLoadDataEx");
  if (planned("jit") != SUCCESS || strncmp(text, ".version 6.3\n.target sm_50\n", 27) != 0) {
    for (unsigned i = 0; i < count; i++) {
      if (names[i] == 5) {
        strcpy(static_cast<char *>(values[i]), "ptxas application ptx input, line 7;\n error   : gone\n");
      }
    }
    return INVALID_PTX;
  }
  return make('M', module);
}

API cuModuleGetFunction(Thing **function, Thing *module, const char *name) {
  ENTERED("cuModuleGetFunction");
  NEEDS(thing(module, 'M') != nullptr, INVALID_HANDLE);
  NEEDS(kernel_named(name) != nullptr, NOT_FOUND);
  make('f', function);
  (*function)->kernel = kernel_named(name);
  return SUCCESS;
}

API cuStreamCreate(Thing **stream, unsigned) {
  ENTERED("cuStreamCreate");
  return make('s', stream);
}

API cuStreamSynchronize(Thing *stream) {
  ENTERED("cuStreamSynchronize");
  NEEDS(thing(stream, 's') != nullptr, INVALID_HANDLE);
  return finish(stream);
}

API cuStreamDestroy_v2(Thing *stream) {
  LOCKED;
  return destroyed("cuStreamDestroy", stream, 's');
}

API cuEventCreate(Thing **event, unsigned) {
  ENTERED("cuEventCreate");
  return make('e', event);
}

API cuEventRecord(Thing *event, Thing *stream) {
  ENTERED("cuEventRecord");
  NEEDS(thing(event, 'e') != nullptr && thing(stream, 's') != nullptr, INVALID_HANDLE);
  event->stream = stream;
  return SUCCESS;
}

API cuEventSynchronize(Thing *event) {
  ENTERED("cuEventSynchronize");
  NEEDS(thing(event, 'e') != nullptr, INVALID_HANDLE);
  NEEDS(event->stream != nullptr && thing(event->stream, 's') != nullptr, INVALID_HANDLE);
  return finish(event->stream);
}

API cuEventDestroy_v2(Thing *event) {
  LOCKED;
  return destroyed("cuEventDestroy", event, 'e');
}

API cuMemAlloc_v2(CUdeviceptr *memory, size_t bytes) {
  ENTERED("cuMemAlloc");
  return allocate('m', bytes, reinterpret_cast<void **>(memory));
}

API cuMemFree_v2(CUdeviceptr memory) {
  LOCKED;
  for (auto &entry : things) { // A kernel may still use it.
    if (entry.second->kind == 's' && entry.second->context == current) {
      finish(entry.second);
    }
  }
  return destroyed("cuMemFree", reinterpret_cast<void *>(memory), 'm');
}

API cuMemHostAlloc(void **memory, size_t bytes, unsigned) {
  ENTERED("cuMemHostAlloc");
  return allocate('p', bytes, memory);
}

API cuMemFreeHost(void *memory) {
  LOCKED;
  return destroyed("cuMemFreeHost", memory, 'p');
}

API cuMemsetD32Async(CUdeviceptr to, unsigned word, size_t count, Thing *stream) {
  ENTERED("cuMemsetD32Async");
  NEEDS(thing(stream, 's') != nullptr, INVALID_HANDLE);
  NEEDS(area(to, 4 * count, 'm') != nullptr, INVALID_VALUE);
  stream->waiting.push_back([=] {
    std::fill_n(reinterpret_cast<uint32_t *>(to), count, word);
    return true;
  });
  return SUCCESS;
}

API cuMemcpyDtoHAsync_v2(void *to, CUdeviceptr from, size_t bytes, Thing *stream) {
  ENTERED("cuMemcpyDtoHAsync");
  NEEDS(thing(stream, 's') != nullptr, INVALID_HANDLE);
  NEEDS(area(from, bytes, 'm') != nullptr, INVALID_VALUE);
  NEEDS(area(reinterpret_cast<uint64_t>(to), bytes, 'p') != nullptr, INVALID_VALUE);
  stream->waiting.push_back([=] {
    memcpy(to, reinterpret_cast<void *>(from), bytes);
    return true;
  });
  return SUCCESS;
}

API cuLaunchKernel(Thing *function, unsigned columns, unsigned rows, unsigned layers,
                   unsigned size, unsigned size_y, unsigned size_z, unsigned, Thing *stream,
                   void **arguments, void **) {
  ENTERED("cuLaunchKernel");
  NEEDS(thing(function, 'f') != nullptr && thing(stream, 's') != nullptr, INVALID_HANDLE);
  NEEDS(layers == 1 && size_y == 1 && size_z == 1, INVALID_VALUE);
  NEEDS(size >= 1 && size <= 256 && columns >= 1 && columns < 1u << 31, INVALID_VALUE);
  NEEDS(rows >= 1 && rows <= 65535, INVALID_VALUE);
  int failing = planned("kernel");
  Run run = function->kernel(arguments, Shape{size, columns, rows});
  stream->waiting.push_back([=] {
    broken(failing);
    return failing == SUCCESS && run();
  });
  return SUCCESS;
}

// As NVIDIA's: where it knows none it says so, too, and JCuda reads the text whatever is returned.
API cuGetErrorName(CUresult error, const char **name) {
  *name = nullptr;
  auto at = NAMES.find(error);
  NEEDS(at != NAMES.end(), INVALID_VALUE);
  *name = at->second.first;
  return SUCCESS;
}

API cuGetErrorString(CUresult error, const char **text) {
  *text = nullptr;
  auto at = NAMES.find(error);
  NEEDS(at != NAMES.end(), INVALID_VALUE);
  *text = at->second.second;
  return SUCCESS;
}
