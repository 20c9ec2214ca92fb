#include "ckernels.h"

#include <float.h>
#include <math.h>

#define INLINE static inline __attribute__((always_inline))

#define TAN_EIGHTH 0x1.a827999fcef32p-2          /* tan π/8 */
#define TAN_THREE_EIGHTHS 0x1.3504f333f9de6p+1   /* tan 3π/8 */
#define QUARTER_TURN 0x1.921fb54442d18p+0        /* π/2 */
#define QUARTER_REST 0x1.1a62633145c07p-54       /* what π/2 lacks as a double */
#define DEGREES_PER_RADIAN 0x1.ca5dc1a63c1f8p+5  /* 180/π */
#define RADIANS_PER_DEGREE 0x1.1df46a2529d39p-6  /* π/180 */
#define HALF_SQUARE_ROOT 0x1.6a09e667f3bcdp-1    /* √½ */

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)
#define NAME(name) JOIN(name, LEVEL)

#define LEVEL base
#include "cells.h"
#include "extremes.h"
#include "local.h"
#include "water.h"
#undef LEVEL

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define LEVEL v3
#include "cells.h"
#include "extremes.h"
#include "local.h"
#include "water.h"
#undef LEVEL
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#define LEVEL v4
#include "cells.h"
#include "extremes.h"
#include "local.h"
#include "water.h"
#undef LEVEL
#pragma clang attribute pop

int scarp_kernel_level(void) {
  if (__builtin_cpu_supports("x86-64-v4")) return 2;
  return __builtin_cpu_supports("x86-64-v3") ? 1 : 0;
}

#define AT(level, name, ...) \
  ((level) >= 2 ? name##_v4(__VA_ARGS__) : (level) == 1 ? name##_v3(__VA_ARGS__) : name##_base(__VA_ARGS__))
#else
int scarp_kernel_level(void) { return 0; }

#define AT(level, name, ...) ((void)(level), name##_base(__VA_ARGS__))
#endif

void scarp_slope(int level, struct scarp_rows rows, int method, double width, double height,
                 int unit, float *slope) {
  AT(level, slope, rows, method, width, height, unit, slope);
}

void scarp_aspect(int level, struct scarp_rows rows, int method, double ratio, float flat,
                  float *aspect) {
  AT(level, aspect, rows, method, ratio, flat, aspect);
}

void scarp_ruggedness(int level, struct scarp_rows rows, int wilson, float *ruggedness) {
  AT(level, ruggedness, rows, wilson, ruggedness);
}

void scarp_roughness(int level, struct scarp_rows rows, float *roughness) {
  AT(level, roughness, rows, roughness);
}

void scarp_hillshade(int level, struct scarp_rows rows, struct scarp_light light, double *shade) {
  AT(level, hillshade, rows, light, shade);
}

void scarp_curvature(int level, struct scarp_rows rows, int method, int kind, double width,
                     double height, float *curvature) {
  AT(level, curvature, rows, method, kind, width, height, curvature);
}

struct scarp_summary scarp_summarise(int level, const float *cells, size_t count) {
  return AT(level, summarise, cells, count);
}

void scarp_spread_extremes(int level, const float *levels_low, const float *levels_high,
                           size_t stride, size_t offset, size_t width, size_t count, float *lowest,
                           float *highest) {
  AT(level, spread_extremes, levels_low, levels_high, stride, offset, width, count, lowest, highest);
}

void scarp_double_extremes(int level, const float *low, const float *high, size_t step,
                           size_t count, float *wider_low, float *wider_high) {
  AT(level, double_extremes, low, high, step, count, wider_low, wider_high);
}

void scarp_descents(int level, struct scarp_rows rows, const double *nearness, uint8_t *codes) {
  AT(level, descents, rows, nearness, codes);
}
