/* The neighbour down to which it is steepest, for each cell of a row; see ckernels.h. */
static void NAME(descents)(struct scarp_rows rows, const double *nearness, uint8_t *codes) {
  const float *north = rows.north, *middle = rows.middle, *south = rows.south;
  for (size_t i = 0; i < rows.count; i++) {
    float around[8] = {north[i + 2], middle[i + 2], south[i + 2], south[i + 1],
                       south[i],     middle[i],     north[i],     north[i + 1]};
    double z = middle[i + 1], steepest = 0;
    int64_t code = scarp_nowhere;
    int64_t is_outlet = 0;
    for (int k = 0; k < 8; k++) {
      double descent = (z - (double)around[k]) * nearness[k];
      int is_steeper = descent > steepest;
      steepest = is_steeper ? descent : steepest;
      code = is_steeper ? k : code;
      is_outlet |= around[k] != around[k];
    }
    code = code == scarp_nowhere && is_outlet ? scarp_outside : code;
    codes[i] = (uint8_t)(z != z ? scarp_no_data : code);
  }
}
