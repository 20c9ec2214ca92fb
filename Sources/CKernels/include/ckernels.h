/* Loops over the cells of rasters, each compiled for three levels of processors.

   Every function takes the level to run at: 0 for any processor, 1 for x86-64-v3 (AVX2), 2 for
   x86-64-v4 (AVX-512); scarp_kernel_level() is the highest that this processor has. All levels give
   the same bytes: no product and sum is contracted, and sums are kept in sixteen lanes whatever the
   width of a vector. */
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/* The highest level that this processor has. */
int scarp_kernel_level(void);

/* Three rows of cells, each from one column west of the first cell to one column east of the last;
   NaN is no data. */
struct scarp_rows {
  const float *north;
  const float *middle;
  const float *south;
  size_t count;
};

/* How first derivatives are estimated. */
enum { scarp_horn = 0, scarp_zevenbergen_thorne = 1 };

/* How a slope is told. */
enum { scarp_degrees = 0, scarp_percent = 1, scarp_radians = 2 };

/* The slope of each cell of a row; cells `width` wide and `height` high in units of elevation. */
void scarp_slope(int level, struct scarp_rows rows, int method, double width, double height,
                 int unit, float *slope);

/* The aspect of each cell of a row, degrees clockwise from north, 0 to below 360; `flat` where both
   derivatives are 0. `ratio` is the width of a cell over its height. */
void scarp_aspect(int level, struct scarp_rows rows, int method, double ratio, float flat,
                  float *aspect);

/* The terrain ruggedness index of each cell of a row: after Riley, or after Wilson. */
void scarp_ruggedness(int level, struct scarp_rows rows, int wilson, float *ruggedness);

/* The range of the nine cells around each cell of a row. */
void scarp_roughness(int level, struct scarp_rows rows, float *roughness);

/* A light and the surface it falls on: the sine and cosine of its altitude, its direction's parts to
   the east and north, the derivatives to take, the size of cells in units of elevation. */
struct scarp_light {
  double sine;
  double cosine;
  double east;
  double north;
  double width;
  double height;
  int method;
  int is_multidirectional;
};

/* The brightness of each cell of a row, 1 to 255, not rounded. */
void scarp_hillshade(int level, struct scarp_rows rows, struct scarp_light light, double *shade);

/* Which curvature, and how the second derivatives are estimated. */
enum { scarp_total = 0, scarp_plan = 1, scarp_profile = 2 };
enum { scarp_second_differences = 0, scarp_least_squares = 1 };

/* A curvature of each cell of a row. */
void scarp_curvature(int level, struct scarp_rows rows, int method, int kind, double width,
                     double height, float *curvature);

/* What some cells are like: counts, range, sum, and squared deviations from their own mean. */
struct scarp_summary {
  size_t count;
  size_t no_data;
  size_t infinite;
  float lowest;
  float highest;
  double sum;
  double squares;
};

/* Summarises cells, which should fit the nearest cache: they are gone through twice. */
struct scarp_summary scarp_summarise(int level, const float *cells, size_t count);

/* Takes the extremes of `count` windows of `width` cells each, the first from cells[0] on, into
   `lowest` and `highest`. `levels_low` and `levels_high` hold, for window widths 1, 2, 4, … the
   extremes of the window that begins at each place; they are `stride` apart. */
void scarp_spread_extremes(int level, const float *levels_low, const float *levels_high,
                           size_t stride, size_t offset, size_t width, size_t count, float *lowest,
                           float *highest);

/* Makes the extremes of windows twice as wide: of `count` windows from those `step` apart. */
void scarp_double_extremes(int level, const float *low, const float *high, size_t step,
                           size_t count, float *wider_low, float *wider_high);

/* What is said of a cell without a lower neighbour. */
enum { scarp_outside = 8, scarp_nowhere = 9, scarp_no_data = 10 };

/* The number of the neighbour down to which it is steepest, for each cell of a row: 0 to 7 clockwise
   from north-east, the first of equals; else `scarp_outside` beside a cell without data,
   `scarp_no_data` where there is none, and `scarp_nowhere`. `nearness` is one over each distance. */
void scarp_descents(int level, struct scarp_rows rows, const double *nearness, uint8_t *codes);

#endif
