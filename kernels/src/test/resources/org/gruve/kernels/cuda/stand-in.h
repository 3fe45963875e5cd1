// What the two halves of the stand-in know of each other.

#include <cstdint>
#include <functional>
#include <string>

// How a kernel is launched: threads to a group, and groups.
struct Shape {
  uint32_t size, columns, rows;
};

// A launch that was prepared; false when the kernel failed.
typedef std::function<bool()> Run;

// Reads a kernel's arguments.
typedef Run (*Binder)(void **arguments, Shape shape);

Binder kernel_named(const std::string &name);
