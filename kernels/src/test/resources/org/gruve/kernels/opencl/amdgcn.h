// What words.cl asks of OpenCL's library, for a compiler that has only the language.
#define get_local_id(d) __builtin_amdgcn_workitem_id_x()
#define get_group_id(d) (d ? __builtin_amdgcn_workgroup_id_y() : __builtin_amdgcn_workgroup_id_x())
#define get_num_groups(d) (__builtin_amdgcn_grid_size_x() / GROUP_SIZE)
#define barrier(f) __builtin_amdgcn_s_barrier()
#define min(x, y) ((x) < (y) ? (x) : (y))
#define atomic_inc(p) \
  __opencl_atomic_fetch_add((__global atomic_uint *)p, 1u, memory_order_relaxed, memory_scope_device)
