/* A library that looks like NVML and knows one GPU. Macros say what it lacks. */
#include <string.h>

#ifndef FAN
#define FAN 0
#endif
#ifndef ANSWER
#define ANSWER 0
#endif
#ifndef INIT
#define INIT 0
#endif

static int gpu;

int nvmlInit_v2(void) { return INIT; }

int nvmlDeviceGetHandleByPciBusId_v2(const char *bus, void **device) {
  if (strcmp(bus, "0000:1b:00.0") != 0) return 6;
  *device = &gpu;
  return 0;
}

#define GUARD if (device != &gpu) return 2; if (ANSWER) return ANSWER;

#ifdef NEW
int nvmlDeviceGetTemperatureV(void *device, unsigned *t) {
  GUARD
  if (t[0] != (12u | 1u << 24) || t[1] != 0) return 25;
  t[2] = 61;
  return 0;
}
int nvmlDeviceGetCurrentClocksEventReasons(void *device, unsigned long long *bits) {
  GUARD
  *bits = 0x4 | 0x20 | 0x1;
  return 0;
}
int nvmlDeviceGetFanSpeed_v2(void *device, unsigned fan, unsigned *percent) {
  GUARD
  if (fan != 0) return 2;
  *percent = 47;
  return FAN;
}
#else
int nvmlDeviceGetTemperature(void *device, unsigned sensor, unsigned *degrees) {
  GUARD
  if (sensor != 0) return 2;
  *degrees = 58;
  return 0;
}
int nvmlDeviceGetFanSpeed(void *device, unsigned *percent) {
  GUARD
  *percent = 33;
  return FAN;
}
#endif

int nvmlDeviceGetPowerUsage(void *device, unsigned *mw) { GUARD *mw = 123456; return 0; }
int nvmlDeviceGetTotalEnergyConsumption(void *device, unsigned long long *mj) {
  GUARD
  static unsigned long long used = 5000000000ull;
  *mj = used;
  used += 250000;
  return 0;
}
int nvmlDeviceGetEnforcedPowerLimit(void *device, unsigned *mw) { GUARD *mw = 700000; return 0; }
int nvmlDeviceGetClockInfo(void *device, unsigned type, unsigned *mhz) {
  GUARD
  *mhz = type == 1 ? 1980 : type == 2 ? 2619 : 0;
  return 0;
}
