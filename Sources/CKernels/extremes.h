static void NAME(double_extremes)(const float *low, const float *high, size_t step, size_t count,
                                  float *wider_low, float *wider_high) {
  for (size_t i = 0; i < count; i++) {
    wider_low[i] = low[i] < low[i + step] ? low[i] : low[i + step];
    wider_high[i] = high[i] > high[i + step] ? high[i] : high[i + step];
  }
}

static void NAME(spread_extremes)(const float *levels_low, const float *levels_high, size_t stride,
                                  size_t offset, size_t width, size_t count, float *lowest,
                                  float *highest) {
  /* Two windows of the largest power of two within the width cover it. */
  size_t power = 0;
  while (((size_t)2 << power) <= width) power++;
  size_t second = width - ((size_t)1 << power);
  const float *low = levels_low + power * stride + offset;
  const float *high = levels_high + power * stride + offset;
  for (size_t i = 0; i < count; i++) {
    float under = low[i] < low[i + second] ? low[i] : low[i + second];
    float over = high[i] > high[i + second] ? high[i] : high[i + second];
    lowest[i] = under < lowest[i] ? under : lowest[i];
    highest[i] = over > highest[i] ? over : highest[i];
  }
}
