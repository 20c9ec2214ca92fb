/* What growing a tree shares between its files: grow.c and divide.c. */
#ifndef GROW_H
#define GROW_H

#include "cforest.h"

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

/* SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195). */
static inline uint64_t scarp_forest_random(uint64_t *state) {
  uint64_t z = *state += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

/* A number of 0..<bound from 32 random bits; the unevenness is below bound / 2^32. */
static inline uint32_t scarp_forest_below(uint32_t bound, uint32_t bits) {
  return (uint32_t)((uint64_t)bits * bound >> 32);
}

struct grower {
  const struct scarp_forest_samples *samples;
  const struct scarp_forest_growth *growth;
  struct room room;
  struct job job;
  struct division best;
  uint32_t suspects;
};

/* Finds the best division of the node in hand by the candidates that it draws; where none of them
   divides the rows, it draws on, until one does. Returns 0 where there is none. */
int scarp_forest_divide(struct grower *grower, uint64_t *state);

#endif
