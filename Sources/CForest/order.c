#include "cforest.h"

#include <string.h>

size_t scarp_forest_order_room(uint32_t rows) { return (size_t)rows * 16 + 3 * 2048 * 4; }

/* The bits of a finite number, ordered as the numbers are. */
static uint32_t ordered(float x) {
  uint32_t bits;
  x += 0.0f; /* -0 becomes 0 */
  memcpy(&bits, &x, 4);
  return bits & 0x80000000u ? ~bits : bits | 0x80000000u;
}

static float number(uint32_t key) {
  uint32_t bits = key & 0x80000000u ? key & 0x7fffffffu : ~key;
  float x;
  memcpy(&x, &bits, 4);
  return x;
}

/* Sorts by the upper 32 bits, in three passes of 11, 11 and 10 bits; the result is in `keys`' place
   or that of `other`, which is returned. */
static uint64_t *sort(uint64_t *keys, uint64_t *other, uint32_t count, uint32_t *counts) {
  memset(counts, 0, 3 * 2048 * 4);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t key = (uint32_t)(keys[i] >> 32);
    counts[key & 2047]++;
    counts[2048 + (key >> 11 & 2047)]++;
    counts[4096 + (key >> 22)]++;
  }
  for (int pass = 0; pass < 3; pass++) {
    uint32_t *own = counts + 2048 * pass, sum = 0;
    int shift = 32 + 11 * pass;
    for (int d = 0; d < 2048; d++) {
      uint32_t size = own[d];
      own[d] = sum;
      sum += size;
    }
    for (uint32_t i = 0; i < count; i++) other[own[keys[i] >> shift & 2047]++] = keys[i];
    uint64_t *exchanged = keys;
    keys = other;
    other = exchanged;
  }
  return keys;
}

uint32_t scarp_forest_order(const double *column, uint32_t rows, uint32_t bins, uint32_t *ranks,
                            float *values, uint32_t *first, uint8_t *codes, uint32_t stride,
                            void *room) {
  uint64_t *keys = room;
  for (uint32_t i = 0; i < rows; i++) keys[i] = (uint64_t)ordered((float)column[i]) << 32 | i;
  keys = sort(keys, keys + rows, rows, (uint32_t *)((char *)room + (size_t)rows * 16));

  uint32_t distinct = 0;
  for (uint32_t i = 0; i < rows; i++) {
    uint32_t key = (uint32_t)(keys[i] >> 32);
    if (i == 0 || key != (uint32_t)(keys[i - 1] >> 32)) values[distinct++] = number(key);
  }
  /* A value of its own for each bin where there are few; else a bin ends with the value at which
     the rows so far are at least its share of all: there are never more bins than asked for. */
  uint32_t bin = 0, rank = 0;
  first[0] = 0;
  for (uint32_t i = 0, next; i < rows; i = next) {
    uint32_t key = (uint32_t)(keys[i] >> 32);
    for (next = i; next < rows && (uint32_t)(keys[next] >> 32) == key; next++) {
      uint32_t row = (uint32_t)keys[next];
      if (ranks) ranks[row] = rank;
      codes[(size_t)row * stride] = (uint8_t)bin;
    }
    rank++;
    if (distinct <= bins || (uint64_t)next * bins >= (uint64_t)(bin + 1) * rows) {
      first[++bin] = rank;
    }
  }
  while (bin < SCARP_FOREST_BINS) first[++bin] = rank;
  return distinct;
}
