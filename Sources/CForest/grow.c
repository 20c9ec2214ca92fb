#include "cforest.h"

#include <string.h>

/* A drawn row in the order of the nodes: its number, how often it was drawn, and that many again if
   it is of class 1. */
struct entry {
  uint32_t row;
  uint16_t drawn;
  uint16_t ones;
};

/* A node that waits to be divided. */
struct job {
  uint32_t low, high; /* its entries */
  uint32_t sum, ones; /* its drawn rows, and those of class 1 */
  uint32_t parent;    /* whose right branch it is; NONE for a left branch and the root */
  uint32_t depth;
};

/* A division: of the ranks of a column those up to `rank` go left. */
struct division {
  double gain, share;  /* the decrease of impurity is gain / share, but for a factor */
  uint32_t sum, ones;  /* of the left side */
  uint32_t column;
  uint32_t bin, next;  /* the last bin on the left, the first on the right; equal inside a bin */
  uint32_t rank, above; /* the last rank on the left, the first on the right, where known */
};

/* A bin inside which a better division may lie. */
struct suspect {
  uint32_t slot;        /* which of the tried columns */
  uint32_t bin;
  uint32_t sum, ones;   /* of the bins before */
  double gain, share;   /* no division inside is better than this */
};

#define NONE 0xffffffffu

/* Where everything lies in the caller's room. */
struct room {
  struct entry *entries, *aside;
  uint8_t *codes, *codes_aside;
  uint64_t *bins;           /* per tried column and bin: drawn rows, those of class 1 above them */
  struct suspect *suspects;
  uint64_t *keys, *keys_aside;
  struct job *jobs;
  uint32_t *columns;        /* a permutation of the columns */
  size_t size;
};

static size_t placed(size_t *at, size_t bytes) {
  size_t here = *at;
  *at = (here + bytes + 63) / 64 * 64;
  return here;
}

static struct room arrange(const struct scarp_forest_samples *s, uint32_t candidates, void *base) {
  struct room r;
  size_t at = 0, rows = s->rows;
  char *b = base;
#define PLACE(field, bytes) r.field = (void *)(b + placed(&at, bytes))
  PLACE(entries, rows * sizeof(struct entry));
  PLACE(aside, rows * sizeof(struct entry));
  PLACE(codes, rows * s->stride);
  PLACE(codes_aside, rows * s->stride);
  PLACE(bins, (size_t)candidates * SCARP_FOREST_BINS * 8);
  PLACE(suspects, (size_t)candidates * SCARP_FOREST_BINS * sizeof(struct suspect));
  PLACE(keys, rows * 8);
  PLACE(keys_aside, rows * 8);
  /* Right branches wait while their left ones are grown: never more than rows. */
  PLACE(jobs, (rows + 1) * sizeof(struct job));
  PLACE(columns, (size_t)s->columns * 4);
#undef PLACE
  r.size = at;
  return r;
}

size_t scarp_forest_grow_room(const struct scarp_forest_samples *samples, uint32_t candidates) {
  return arrange(samples, candidates, NULL).size;
}

/* SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195). */
static uint64_t next_random(uint64_t *state) {
  uint64_t z = *state += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

/* A number of 0..<bound from 32 random bits; the unevenness is below bound / 2^32. */
static uint32_t below(uint32_t bound, uint32_t bits) {
  return (uint32_t)((uint64_t)bits * bound >> 32);
}

static void draw(uint32_t rows, uint32_t draws, uint64_t *state, uint16_t *drawn) {
  if (draws == 0) {
    for (uint32_t i = 0; i < rows; i++) drawn[i] = 1;
    return;
  }
  memset(drawn, 0, (size_t)rows * 2);
  for (uint32_t i = 0; i < draws; i += 2) {
    uint64_t bits = next_random(state);
    uint16_t *one = drawn + below(rows, (uint32_t)bits);
    *one += *one < UINT16_MAX;
    if (i + 1 < draws) {
      one = drawn + below(rows, (uint32_t)(bits >> 32));
      *one += *one < UINT16_MAX;
    }
  }
}

struct grower {
  const struct scarp_forest_samples *samples;
  const struct scarp_forest_growth *growth;
  struct room room;
  struct job job;
  struct division best;
  uint32_t suspects;
};

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

/* Looks at the divisions between the bins of one column; empties the bins. */
static void scan_bins(struct grower *g, uint32_t slot, uint32_t column, uint64_t *bins) {
  const struct job *job = &g->job;
  const uint32_t leaf = g->growth->leaf;
  const uint32_t *first = g->samples->first + (size_t)column * SCARP_FOREST_FIRSTS;
  const int looks_inside = g->samples->ranks != NULL;
  uint32_t sum = 0, ones = 0, last = NONE;
  for (uint32_t bin = 0; sum < job->sum; bin++) {
    uint64_t held = bins[bin];
    if (held == 0) continue;
    bins[bin] = 0;
    uint32_t in_sum = (uint32_t)held, in_ones = (uint32_t)(held >> 32);
    if (last != NONE && sum >= leaf && job->sum - sum >= leaf) {
      double gain = gain_of(job, sum, ones), share = share_of(job, sum);
      if (is_better(gain, share, &g->best)) {
        g->best = (struct division){gain, share, sum, ones, column, last, bin, 0, 0};
      }
    }
    if (looks_inside && in_sum > 1 && first[bin + 1] - first[bin] > 1 &&
        ((in_ones > 0 && in_ones < in_sum) || leaf > 1)) {
      suspect(g, slot, bin, sum, ones, in_sum, in_ones);
    }
    sum += in_sum;
    ones += in_ones;
    last = bin;
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

/* Finds the best division of the node in hand by the candidates that it draws; where none of them
   divides the rows, it draws on, until one does. Returns 0 where there is none. */
static int divide(struct grower *g, uint64_t *state) {
  const uint32_t all = g->samples->columns;
  uint32_t *columns = g->room.columns;
  g->best = (struct division){.gain = -1, .share = 1, .column = NONE};
  uint32_t done = 0, wanted = g->growth->candidates;
  while (done < all && g->best.column == NONE) {
    for (uint32_t i = done; i < done + wanted; i++) {
      uint32_t other = i + below(all - i, (uint32_t)(next_random(state) >> 32));
      uint32_t column = columns[other];
      columns[other] = columns[i];
      columns[i] = column;
    }
    count_bins(g, columns + done, wanted, g->room.bins);
    for (uint32_t i = 0; i < wanted; i++) {
      scan_bins(g, i, columns[done + i], g->room.bins + (size_t)i * SCARP_FOREST_BINS);
    }
    search_inside(g, columns + done);
    done += wanted;
    wanted = 1;
  }
  return g->best.column != NONE;
}

/* Half way between the greatest value on the left and the smallest on the right, but never as great
   as that. */
static float threshold(struct grower *g) {
  const struct scarp_forest_samples *s = g->samples;
  struct division *best = &g->best;
  const uint32_t *first = s->first + (size_t)best->column * SCARP_FOREST_FIRSTS;
  const float *values = s->values + (size_t)best->column * s->rows;
  if (best->bin != best->next) {
    best->rank = first[best->bin + 1] - 1;
    best->above = first[best->next];
    if (s->ranks && (best->rank > first[best->bin] || first[best->next + 1] - best->above > 1)) {
      /* The bins hold more values than the node. */
      const uint32_t *ranks = s->ranks + (size_t)best->column * s->rows;
      const uint8_t *code = g->room.codes + best->column;
      uint32_t below = 0, above = NONE;
      for (uint32_t j = g->job.low; j < g->job.high; j++) {
        uint8_t bin = code[(size_t)j * s->stride];
        if (bin == best->bin) {
          uint32_t rank = ranks[g->room.entries[j].row];
          below = rank > below ? rank : below;
        } else if (bin == best->next) {
          uint32_t rank = ranks[g->room.entries[j].row];
          above = rank < above ? rank : above;
        }
      }
      best->rank = below;
      best->above = above;
    }
  }
  const float low = values[best->rank], high = values[best->above];
  const float middle = (float)(0.5 * (double)low + 0.5 * (double)high);
  return middle < high ? middle : low;
}

/* Brings the entries that go left before those that go right, each in the order they had; returns
   where those on the right begin. */
static inline __attribute__((always_inline)) uint32_t partition(struct grower *g,
                                                                const uint32_t stride) {
  const struct scarp_forest_samples *s = g->samples;
  const struct division *best = &g->best;
  const int inside = best->bin == best->next;
  const uint32_t *ranks = s->ranks ? s->ranks + (size_t)best->column * s->rows : NULL;
  struct entry *entries = g->room.entries, *aside = g->room.aside;
  uint8_t *codes = g->room.codes, *codes_aside = g->room.codes_aside;
  uint32_t left = g->job.low, right = 0;
  for (uint32_t j = g->job.low; j < g->job.high; j++) {
    const struct entry entry = entries[j];
    const uint8_t *from = codes + (size_t)j * stride;
    const uint8_t bin = from[best->column];
    uint32_t goes_left = bin <= best->bin;
    if (inside && bin == best->bin) goes_left = ranks[entry.row] <= best->rank;
    entries[left] = entry;
    aside[right] = entry;
    uint8_t *here = codes + (size_t)left * stride, *there = codes_aside + (size_t)right * stride;
    memcpy(there, from, stride);
    memmove(here, from, stride);
    left += goes_left;
    right += 1 - goes_left;
  }
  memcpy(entries + left, aside, (size_t)right * sizeof(struct entry));
  memcpy(codes + (size_t)left * stride, codes_aside, (size_t)right * stride);
  return left;
}

static int is_leaf(const struct scarp_forest_growth *growth, uint32_t sum, uint32_t ones,
                   uint32_t depth) {
  return ones == 0 || ones == sum || depth >= growth->depth ||
         (uint64_t)sum < 2 * (uint64_t)growth->leaf;
}

static struct scarp_forest_node leaf_node(const struct grower *g, uint32_t sum, uint32_t ones) {
  return (struct scarp_forest_node){(float)((double)ones / (double)sum), g->samples->columns};
}

/* Takes the drawn rows into the room; returns the root. */
static struct job collect(struct grower *g, const uint16_t *drawn) {
  const struct scarp_forest_samples *s = g->samples;
  struct job root = {0, 0, 0, 0, NONE, 0};
  for (uint32_t i = 0; i < s->rows; i++) {
    if (drawn[i] == 0) continue;
    uint16_t ones = s->labels[i] ? drawn[i] : 0;
    g->room.entries[root.high] = (struct entry){i, drawn[i], ones};
    memcpy(g->room.codes + (size_t)root.high * s->stride, s->codes + (size_t)i * s->stride,
           s->stride);
    root.high++;
    root.sum += drawn[i];
    root.ones += ones;
  }
  return root;
}

uint32_t scarp_forest_grow(const struct scarp_forest_samples *samples,
                           const struct scarp_forest_growth *growth, uint64_t seed, void *room,
                           struct scarp_forest_node *nodes, double *importance, uint16_t *drawn) {
  struct grower g = {.samples = samples, .growth = growth};
  g.room = arrange(samples, growth->candidates, room);
  for (uint32_t i = 0; i < samples->columns; i++) {
    g.room.columns[i] = i;
    importance[i] = 0;
  }
  memset(g.room.bins, 0, (size_t)growth->candidates * SCARP_FOREST_BINS * 8);
  uint64_t state = seed;
  draw(samples->rows, growth->draws, &state, drawn);
  uint32_t count = 0, waiting = 0;
  g.room.jobs[waiting++] = collect(&g, drawn);
  while (waiting > 0) {
    g.job = g.room.jobs[--waiting];
    const struct job job = g.job;
    const uint32_t index = count++;
    if (job.parent != NONE) nodes[job.parent].link |= (index - job.parent) << growth->bits;
    if (is_leaf(growth, job.sum, job.ones, job.depth) || !divide(&g, &state)) {
      nodes[index] = leaf_node(&g, job.sum, job.ones);
      continue;
    }
    nodes[index] = (struct scarp_forest_node){threshold(&g), g.best.column};
    const struct division best = g.best;
    importance[best.column] += 2 * best.gain / ((double)job.sum * best.share);
    const uint32_t sum = job.sum - best.sum, ones = job.ones - best.ones;
    if (is_leaf(growth, best.sum, best.ones, job.depth + 1) &&
        is_leaf(growth, sum, ones, job.depth + 1)) {
      nodes[index].link |= 2u << growth->bits;
      nodes[count++] = leaf_node(&g, best.sum, best.ones);
      nodes[count++] = leaf_node(&g, sum, ones);
      continue;
    }
    const uint32_t middle =
        samples->stride == 16 ? partition(&g, 16) : partition(&g, samples->stride);
    g.room.jobs[waiting++] = (struct job){middle, job.high, sum, ones, index, job.depth + 1};
    g.room.jobs[waiting++] =
        (struct job){job.low, middle, best.sum, best.ones, NONE, job.depth + 1};
  }
  return count;
}
