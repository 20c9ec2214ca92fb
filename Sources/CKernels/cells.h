/* Counts, range, sum and squared deviations of some cells, in sixteen lanes. */
static struct scarp_summary NAME(summarise)(const float *cells, size_t count) {
  enum { lanes = 16 };
  double sums[lanes] = {0}, squares[lanes] = {0};
  float low[lanes], high[lanes];
  /* Whole numbers in floating point, so that they are counted where the cells are. */
  float finite[lanes] = {0}, missing[lanes] = {0};
  for (int lane = 0; lane < lanes; lane++) {
    low[lane] = INFINITY;
    high[lane] = -INFINITY;
  }
  size_t whole = count / lanes * lanes;
  struct scarp_summary result = {0, 0, 0, INFINITY, -INFINITY, 0, 0};
  /* A lane counts up to 2^20 cells exactly. */
  size_t done = 0;
  while (done < whole) {
    size_t end = whole - done > ((size_t)lanes << 20) ? done + ((size_t)lanes << 20) : whole;
    for (; done < end; done += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        float cell = cells[done + lane];
        int is_finite = fabsf(cell) <= FLT_MAX;
        sums[lane] += (double)(is_finite ? cell : 0.0f);
        finite[lane] += is_finite ? 1.0f : 0.0f;
        missing[lane] += cell != cell ? 1.0f : 0.0f;
        float under = is_finite ? cell : INFINITY, over = is_finite ? cell : -INFINITY;
        low[lane] = under < low[lane] ? under : low[lane];
        high[lane] = over > high[lane] ? over : high[lane];
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      result.count += (size_t)finite[lane];
      result.no_data += (size_t)missing[lane];
      finite[lane] = missing[lane] = 0;
    }
  }
  for (int lane = 0; lane < lanes; lane++) {
    result.sum += sums[lane];
    result.lowest = low[lane] < result.lowest ? low[lane] : result.lowest;
    result.highest = high[lane] > result.highest ? high[lane] : result.highest;
  }
  for (size_t i = whole; i < count; i++) {
    float cell = cells[i];
    if (fabsf(cell) <= FLT_MAX) {
      result.count++;
      result.sum += cell;
      result.lowest = cell < result.lowest ? cell : result.lowest;
      result.highest = cell > result.highest ? cell : result.highest;
    } else if (cell != cell) {
      result.no_data++;
    }
  }
  result.infinite = count - result.count - result.no_data;
  if (result.count == 0) return result;
  double mean = result.sum / (double)result.count;
  for (size_t i = 0; i < whole; i += lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      float cell = cells[i + lane];
      double difference = fabsf(cell) <= FLT_MAX ? (double)cell - mean : 0;
      squares[lane] += difference * difference;
    }
  }
  for (int lane = 0; lane < lanes; lane++) result.squares += squares[lane];
  for (size_t i = whole; i < count; i++) {
    double difference = fabsf(cells[i]) <= FLT_MAX ? (double)cells[i] - mean : 0;
    result.squares += difference * difference;
  }
  return result;
}
