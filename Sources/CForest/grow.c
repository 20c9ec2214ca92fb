#include "grow.h"

#include <string.h>

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

static void draw(uint32_t rows, uint32_t draws, uint64_t *state, uint16_t *drawn) {
  if (draws == 0) {
    for (uint32_t i = 0; i < rows; i++) drawn[i] = 1;
    return;
  }
  memset(drawn, 0, (size_t)rows * 2);
  for (uint32_t i = 0; i < draws; i += 2) {
    uint64_t bits = scarp_forest_random(state);
    uint16_t *one = drawn + scarp_forest_below(rows, (uint32_t)bits);
    *one += *one < UINT16_MAX;
    if (i + 1 < draws) {
      one = drawn + scarp_forest_below(rows, (uint32_t)(bits >> 32));
      *one += *one < UINT16_MAX;
    }
  }
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
    if (is_leaf(growth, job.sum, job.ones, job.depth) || !scarp_forest_divide(&g, &state)) {
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
