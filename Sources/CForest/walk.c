#include "cforest.h"

#include <math.h>

/* Rows walk side by side, so that the processor waits for several of them at once; now and then those
   that have reached a leaf are taken out. */
enum { TOGETHER = 2048, BESIDE = 8, STEPS = 4 };

/* Walks at most TOGETHER rows down a tree and writes the share of class 1 in the leaf of each. The
   rows are those that `which` names. */
static void walk(const struct scarp_forest_node *nodes, uint32_t bits, const float *rows,
                 uint32_t stride, const uint32_t *which, uint32_t count, float *shares) {
  uint32_t at[TOGETHER], active[TOGETHER + BESIDE];
  const uint32_t mask = (1u << bits) - 1;
  for (uint32_t i = 0; i < count; i++) {
    at[i] = 0;
    active[i] = i;
  }
  uint32_t left = count;
  while (left > 0) {
    /* The last group is filled up with its last row, which does the same several times. */
    for (uint32_t i = 0; i < BESIDE; i++) active[left + i] = active[left - 1];
    for (uint32_t i = 0; i < left; i += BESIDE) {
      uint32_t node[BESIDE];
      const float *row[BESIDE];
      for (int j = 0; j < BESIDE; j++) {
        node[j] = at[active[i + j]];
        row[j] = rows + (size_t)which[active[i + j]] * stride;
      }
      for (int step = 0; step < STEPS; step++) {
#pragma GCC unroll 8
        for (int j = 0; j < BESIDE; j++) {
          struct scarp_forest_node here = nodes[node[j]];
          uint32_t offset = here.link >> bits;
          node[j] += row[j][here.link & mask] <= here.threshold ? 1 : offset;
        }
      }
      for (int j = 0; j < BESIDE; j++) at[active[i + j]] = node[j];
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < left; i++) {
      uint32_t row = active[i];
      struct scarp_forest_node here = nodes[at[row]];
      shares[row] = here.threshold;
      active[kept] = row;
      kept += here.link >> bits != 0;
    }
    left = kept;
  }
}

void scarp_forest_rows(const double *columns, size_t height, size_t start, uint32_t count,
                       uint32_t width, float *rows, uint8_t *complete) {
  const size_t stride = (size_t)width + 1;
  for (uint32_t i = 0; i < count; i++) {
    complete[i] = 1;
    rows[i * stride + width] = INFINITY;
  }
  for (uint32_t j = 0; j < width; j++) {
    const double *from = columns + j * height + start;
    for (uint32_t i = 0; i < count; i++) {
      const int is_number = from[i] == from[i];
      complete[i] &= (uint8_t)is_number;
      rows[i * stride + j] = is_number ? (float)from[i] : 0;
    }
  }
}

void scarp_forest_sum(const struct scarp_forest_node *nodes, const uint32_t *sizes, uint32_t trees,
                      uint32_t bits, const float *rows, uint32_t stride, uint32_t count,
                      double *sums) {
  uint32_t which[TOGETHER];
  float shares[TOGETHER];
  for (uint32_t i = 0; i < TOGETHER; i++) which[i] = i;
  for (uint32_t start = 0; start < count; start += TOGETHER) {
    const uint32_t size = count - start < TOGETHER ? count - start : TOGETHER;
    const struct scarp_forest_node *tree = nodes;
    for (uint32_t i = 0; i < size; i++) sums[start + i] = 0;
    for (uint32_t t = 0; t < trees; t++) {
      walk(tree, bits, rows + (size_t)start * stride, stride, which, size, shares);
      for (uint32_t i = 0; i < size; i++) sums[start + i] += shares[i];
      tree += sizes[t];
    }
  }
}

void scarp_forest_out_of_bag(const struct scarp_forest_node *nodes, uint32_t bits, const float *rows,
                             uint32_t stride, uint32_t count, const uint16_t *drawn,
                             uint64_t *sums, uint32_t *times) {
  uint32_t which[TOGETHER];
  float shares[TOGETHER];
  uint32_t found = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (drawn[i] == 0) which[found++] = i;
    if (found < TOGETHER && i + 1 < count) continue;
    walk(nodes, bits, rows, stride, which, found, shares);
    for (uint32_t j = 0; j < found; j++) {
      /* Whole numbers, so that the order of the trees does not matter. */
      sums[which[j]] += (uint64_t)((double)shares[j] * 4294967296.0);
      times[which[j]]++;
    }
    found = 0;
  }
}
