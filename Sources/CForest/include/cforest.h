/* The inner loops of decision trees: ordering the values of columns, growing one tree, walking rows
   down a tree. All results are the same on every processor: counts are integers, and floating point
   is used one operation after the other, in the order written. No function allocates or fails; the
   caller checks the limits stated here. */
#ifndef CFOREST_H
#define CFOREST_H

#include <stdint.h>
#include <stddef.h>

/* How many bins a column can be cut into, and the length of its row of first ranks. */
#define SCARP_FOREST_BINS 256
#define SCARP_FOREST_FIRSTS (SCARP_FOREST_BINS + 1)

/* One node of a tree. The nodes stand in the order of a walk that goes left first: the left branch
   of node k is k + 1, the right one k + offset.

   A question: `threshold` and `link` = offset << bits | column; a row whose value in the column is
   at most the threshold goes left. A leaf: `threshold` is the share of class 1, the offset is 0 and
   the column is the number of columns, where each row holds infinity, so that a walk stays. */
struct scarp_forest_node {
  float threshold;
  uint32_t link;
};

/* The places that trees are grown from. */
struct scarp_forest_samples {
  /* How many rows, fewer than 2^31, and columns, at least one. */
  uint32_t rows;
  uint32_t columns;
  /* The bytes from one row of `codes` to the next, a multiple of 16. */
  uint32_t stride;
  /* The bin of each value, row after row. */
  const uint8_t *codes;
  /* The rank of each value among the distinct values of its column, column after column; NULL to
     split between bins only. */
  const uint32_t *ranks;
  /* The distinct values of the columns, ascending; column j starts at j * rows. */
  const float *values;
  /* For each column SCARP_FOREST_FIRSTS numbers: bin b holds the ranks first[b]..<first[b + 1]. */
  const uint32_t *first;
  /* 0 or 1 for each row. */
  const uint8_t *labels;
};

/* How a tree is grown. */
struct scarp_forest_growth {
  /* How many columns are tried at each question, 1...columns. */
  uint32_t candidates;
  /* How many questions may follow each other. */
  uint32_t depth;
  /* The fewest drawn rows on each side of a question, at least 1. */
  uint32_t leaf;
  /* How many rows are drawn with replacement; 0 to take each row once. */
  uint32_t draws;
  /* How many bits of a link tell the column. */
  uint32_t bits;
};

/* The bytes of room that scarp_forest_order needs for so many rows. */
size_t scarp_forest_order_room(uint32_t rows);

/* Orders the values of a column and cuts them into at most `bins` bins of about equal counts,
   between distinct values. Writes the rank of each row's value, the distinct values ascending, the
   first rank of each bin and the bin of each row, `stride` bytes apart. Values are taken in single
   precision; none is NaN. `ranks` may be NULL. Returns how many values are distinct. */
uint32_t scarp_forest_order(const double *column, uint32_t rows, uint32_t bins, uint32_t *ranks,
                            float *values, uint32_t *first, uint8_t *codes, uint32_t stride,
                            void *room);

/* The bytes of room that scarp_forest_grow needs. */
size_t scarp_forest_grow_room(const struct scarp_forest_samples *samples, uint32_t candidates);

/* Grows one tree and returns how many nodes it has, at most 2 * rows - 1 (or 1).

   `drawn` receives how often each row was drawn. `importance` receives for each column by how much
   its questions lower the Gini impurity 2 p (1 - p), weighted by the rows they divide. The random
   numbers are those of SplitMix64 from `seed`. */
uint32_t scarp_forest_grow(const struct scarp_forest_samples *samples,
                           const struct scarp_forest_growth *growth, uint64_t seed, void *room,
                           struct scarp_forest_node *nodes, double *importance, uint16_t *drawn);

/* Turns columns of doubles, `height` long each, into rows of floats for walking: `count` rows from
   number `start` on, width + 1 apart, each followed by infinity. A row with a value that is not a
   number is not `complete`. */
void scarp_forest_rows(const double *columns, size_t height, size_t start, uint32_t count,
                       uint32_t width, float *rows, uint8_t *complete);

/* Walks rows down the trees, which follow each other in `nodes`, and writes the sum of the shares of
   class 1 in the leaves of each row, added in the order of the trees. */
void scarp_forest_sum(const struct scarp_forest_node *nodes, const uint32_t *sizes, uint32_t trees,
                      uint32_t bits, const float *rows, uint32_t stride, uint32_t count,
                      double *sums);

/* Walks the rows that were not drawn down one tree; adds the share of class 1 in the leaf of each,
   in units of 2^-32, to `sums`, and one to `times`. */
void scarp_forest_out_of_bag(const struct scarp_forest_node *nodes, uint32_t bits, const float *rows,
                             uint32_t stride, uint32_t count, const uint16_t *drawn,
                             uint64_t *sums, uint32_t *times);

#endif
