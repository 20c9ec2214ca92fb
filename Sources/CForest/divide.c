#include "grow.h"

#include <string.h>

/* So many rows at most leave most bins of a column empty. */
enum { FEW = 160 };

/* Compares a division with the best so far.

   With W drawn rows of which P are of class 1, l and p of them on the left, the impurity decreases by
   2 d^2 / (W l r) with d = W p - P l: d is exact, and no division is needed to compare. */
static inline double gain_of(const struct job *job, uint32_t sum, uint32_t ones) {
  int64_t d = (int64_t)job->sum * ones - (int64_t)job->ones * sum;
  return (double)d * (double)d;
}

static inline double share_of(const struct job *job, uint32_t sum) {
  return (double)sum * (double)(job->sum - sum);
}

static inline int is_better(double gain, double share, const struct division *best) {
  return gain * best->share > best->gain * share;
}

static inline void count_bins(const struct grower *g, const uint32_t *columns, uint32_t count,
                              uint64_t *bins) {
  const uint32_t stride = g->samples->stride;
  const struct entry *e = g->room.entries;
  const uint8_t *codes = g->room.codes;
  uint32_t i = 0;
  for (; i + 4 <= count; i += 4) {
    uint64_t *b0 = bins + (size_t)i * SCARP_FOREST_BINS, *b1 = b0 + SCARP_FOREST_BINS;
    uint64_t *b2 = b1 + SCARP_FOREST_BINS, *b3 = b2 + SCARP_FOREST_BINS;
    const uint32_t c0 = columns[i], c1 = columns[i + 1], c2 = columns[i + 2], c3 = columns[i + 3];
    for (uint32_t j = g->job.low; j < g->job.high; j++) {
      const uint8_t *code = codes + (size_t)j * stride;
      uint64_t one = e[j].drawn | (uint64_t)e[j].ones << 32;
      b0[code[c0]] += one;
      b1[code[c1]] += one;
      b2[code[c2]] += one;
      b3[code[c3]] += one;
    }
  }
  for (; i < count; i++) {
    uint64_t *b0 = bins + (size_t)i * SCARP_FOREST_BINS;
    const uint32_t c0 = columns[i];
    for (uint32_t j = g->job.low; j < g->job.high; j++) {
      b0[codes[(size_t)j * stride + c0]] += e[j].drawn | (uint64_t)e[j].ones << 32;
    }
  }
}

/* Notes a bin if a division inside it may be better than the best so far.

   The decrease is a convex function of the left side's counts, so that it is greatest where all rows
   of one class in the bin are taken before the others. */
static inline void suspect(struct grower *g, uint32_t slot, uint32_t bin, uint32_t sum,
                           uint32_t ones, uint32_t in_sum, uint32_t in_ones) {
  const struct job *job = &g->job;
  struct suspect s = {slot, bin, sum, ones, -1, 1};
  const uint32_t sums[4] = {sum + in_ones, sum + in_sum - in_ones, sum, sum + in_sum};
  const uint32_t counts[4] = {ones + in_ones, ones, ones, ones + in_ones};
  /* The ends of the bin are divisions of their own, unless too few rows are on a side there. */
  const int corners = g->growth->leaf > 1 ? 4 : 2;
  struct division bound = {.gain = -1, .share = 1};
  for (int i = 0; i < corners; i++) {
    if (sums[i] == 0 || sums[i] == job->sum) continue;
    double gain = gain_of(job, sums[i], counts[i]), share = share_of(job, sums[i]);
    if (is_better(gain, share, &bound)) {
      bound.gain = gain;
      bound.share = share;
    }
  }
  if (!is_better(bound.gain, bound.share, &g->best)) return;
  s.gain = bound.gain;
  s.share = bound.share;
  g->room.suspects[g->suspects++] = s;
}

/* How far the bins of one column have been gone through, from the left. */
struct scan {
  uint32_t slot, column;
  uint32_t sum, ones; /* of the bins before */
  uint32_t last;      /* the last bin that holds rows; NONE before the first */
};

/* Looks at the division before a bin that holds rows, and whether one inside may be better; empties
   the bin. */
static inline __attribute__((always_inline)) void scan_bin(struct grower *g, struct scan *scan,
                                                           uint64_t *bins, uint32_t bin) {
  const struct job *job = &g->job;
  const uint32_t leaf = g->growth->leaf, sum = scan->sum, ones = scan->ones;
  const uint32_t in_sum = (uint32_t)bins[bin], in_ones = (uint32_t)(bins[bin] >> 32);
  bins[bin] = 0;
  if (scan->last != NONE && sum >= leaf && job->sum - sum >= leaf) {
    double gain = gain_of(job, sum, ones), share = share_of(job, sum);
    if (is_better(gain, share, &g->best)) {
      g->best = (struct division){gain, share, sum, ones, scan->column, scan->last, bin, 0, 0};
    }
  }
  if (in_sum > 1 && ((in_ones > 0 && in_ones < in_sum) || leaf > 1) && g->samples->ranks) {
    const uint32_t *first = g->samples->first + (size_t)scan->column * SCARP_FOREST_FIRSTS;
    if (first[bin + 1] - first[bin] > 1) suspect(g, scan->slot, bin, sum, ones, in_sum, in_ones);
  }
  scan->sum += in_sum;
  scan->ones += in_ones;
  scan->last = bin;
}

/* Looks at the divisions between the bins of one column; empties the bins. */
static void scan_bins(struct grower *g, uint32_t slot, uint32_t column) {
  uint64_t *bins = g->room.bins + (size_t)slot * SCARP_FOREST_BINS;
  struct scan scan = {slot, column, 0, 0, NONE};
  if (g->job.high - g->job.low > FEW) {
    for (uint32_t bin = 0; scan.sum < g->job.sum; bin++) {
      if (bins[bin] != 0) scan_bin(g, &scan, bins, bin);
    }
    return;
  }
  /* Of few rows most bins are empty: a bit for each that is not. */
  uint64_t held[SCARP_FOREST_BINS / 64] = {0};
  const uint8_t *code = g->room.codes + column;
  for (uint32_t j = g->job.low; j < g->job.high; j++) {
    uint32_t bin = code[(size_t)j * g->samples->stride];
    held[bin / 64] |= (uint64_t)1 << bin % 64;
  }
  for (uint32_t word = 0; word < SCARP_FOREST_BINS / 64; word++) {
    for (uint64_t left = held[word]; left != 0; left &= left - 1) {
      scan_bin(g, &scan, bins, word * 64 + (uint32_t)__builtin_ctzll(left));
    }
  }
}

/* Sorts keys by their upper 32 bits, which are at least `lowest` and at most `highest`. */
static uint64_t *sort_keys(uint64_t *keys, uint64_t *other, uint32_t count, uint32_t lowest,
                           uint32_t highest) {
  if (count <= 40) {
    for (uint32_t i = 1; i < count; i++) {
      uint64_t key = keys[i];
      uint32_t j = i;
      for (; j > 0 && keys[j - 1] > key; j--) keys[j] = keys[j - 1];
      keys[j] = key;
    }
    return keys;
  }
  uint32_t counts[256];
  for (int shift = 0; (highest - lowest) >> shift != 0; shift += 8) {
    memset(counts, 0, sizeof counts);
    for (uint32_t i = 0; i < count; i++) {
      counts[(((uint32_t)(keys[i] >> 32) - lowest) >> shift) & 255]++;
    }
    uint32_t sum = 0;
    for (int d = 0; d < 256; d++) {
      uint32_t size = counts[d];
      counts[d] = sum;
      sum += size;
    }
    for (uint32_t i = 0; i < count; i++) {
      other[counts[(((uint32_t)(keys[i] >> 32) - lowest) >> shift) & 255]++] = keys[i];
    }
    uint64_t *exchanged = keys;
    keys = other;
    other = exchanged;
    if (shift == 24) break;
  }
  return keys;
}

/* Looks at every division inside the suspected bins of one column. */
static void search_suspects(struct grower *g, uint32_t column, const struct suspect *suspects,
                            uint32_t count) {
  const struct job *job = &g->job;
  const uint32_t leaf = g->growth->leaf, stride = g->samples->stride;
  const uint32_t *first = g->samples->first + (size_t)column * SCARP_FOREST_FIRSTS;
  const uint32_t *ranks = g->samples->ranks + (size_t)column * g->samples->rows;
  const struct entry *e = g->room.entries;
  const uint8_t *code = g->room.codes + column;
  uint8_t wanted[SCARP_FOREST_BINS];
  memset(wanted, 0, sizeof wanted);
  for (uint32_t i = 0; i < count; i++) wanted[suspects[i].bin] = 1;
  uint64_t *keys = g->room.keys;
  uint32_t found = 0, lowest = NONE, highest = 0;
  for (uint32_t j = job->low; j < job->high; j++) {
    if (!wanted[code[(size_t)j * stride]]) continue;
    uint32_t rank = ranks[e[j].row];
    lowest = rank < lowest ? rank : lowest;
    highest = rank > highest ? rank : highest;
    keys[found++] = (uint64_t)rank << 32 | (uint32_t)e[j].drawn << 16 | e[j].ones;
  }
  keys = sort_keys(keys, g->room.keys_aside, found, lowest, highest);
  uint32_t i = 0;
  for (uint32_t n = 0; n < count; n++) {
    const struct suspect *s = suspects + n;
    const uint32_t end = first[s->bin + 1];
    uint32_t sum = s->sum, ones = s->ones;
    for (; i < found && (uint32_t)(keys[i] >> 32) < end; i++) {
      uint32_t rank = (uint32_t)(keys[i] >> 32);
      sum += (uint32_t)(keys[i] >> 16 & 0xffff);
      ones += (uint32_t)(keys[i] & 0xffff);
      if (i + 1 == found) continue;
      uint32_t above = (uint32_t)(keys[i + 1] >> 32);
      if (above == rank || above >= end || sum < leaf || job->sum - sum < leaf) continue;
      double gain = gain_of(job, sum, ones), share = share_of(job, sum);
      if (is_better(gain, share, &g->best)) {
        g->best = (struct division){gain, share, sum, ones, column, s->bin, s->bin, rank, above};
      }
    }
  }
}

/* Looks inside the suspected bins, column by column, where the best so far has not overtaken them. */
static void search_inside(struct grower *g, const uint32_t *columns) {
  struct suspect *all = g->room.suspects;
  uint32_t i = 0;
  while (i < g->suspects) {
    const uint32_t slot = all[i].slot, start = i;
    uint32_t kept = start;
    for (; i < g->suspects && all[i].slot == slot; i++) {
      if (is_better(all[i].gain, all[i].share, &g->best)) all[kept++] = all[i];
    }
    if (kept > start) search_suspects(g, columns[slot], all + start, kept - start);
  }
  g->suspects = 0;
}

int scarp_forest_divide(struct grower *g, uint64_t *state) {
  const uint32_t all = g->samples->columns;
  uint32_t *columns = g->room.columns;
  g->best = (struct division){.gain = -1, .share = 1, .column = NONE};
  uint32_t done = 0, wanted = g->growth->candidates;
  while (done < all && g->best.column == NONE) {
    for (uint32_t i = done; i < done + wanted; i++) {
      uint32_t other = i + scarp_forest_below(all - i, (uint32_t)(scarp_forest_random(state) >> 32));
      uint32_t column = columns[other];
      columns[other] = columns[i];
      columns[i] = column;
    }
    count_bins(g, columns + done, wanted, g->room.bins);
    for (uint32_t i = 0; i < wanted; i++) {
      scan_bins(g, i, columns[done + i]);
    }
    search_inside(g, columns + done);
    done += wanted;
    wanted = 1;
  }
  return g->best.column != NONE;
}
