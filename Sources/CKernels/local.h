/* The arc tangent of base + t for |t| ≤ tan π/8: base + (t + t³ p(t²)) by the polynomial of least
   largest relative error (3.4e-17, found by Remez' exchange). */
INLINE double NAME(small_arc)(double t, double base, double rest) {
  double s = t * t;
  double p = 0x1.5ca71b026bd2cp-6;
  p = p * s - 0x1.653d039eb006ep-5;
  p = p * s + 0x1.d262460f184c8p-5;
  p = p * s - 0x1.1006826e8ca27p-4;
  p = p * s + 0x1.3afc5e2ade9f1p-4;
  p = p * s - 0x1.745bc63508b19p-4;
  p = p * s + 0x1.c71c65f21e696p-4;
  p = p * s - 0x1.24924905ecbf7p-3;
  p = p * s + 0x1.999999994ad69p-3;
  p = p * s - 0x1.5555555555324p-2;
  return base + (t + (t * s * p + rest));
}

/* The arc tangent of 0 or more, by atan x = π/2 − atan 1/x and atan x = π/4 + atan (x − 1)/(x + 1);
   one division. */
INLINE double NAME(arc)(double x) {
  int is_far = x > TAN_THREE_EIGHTHS, is_middle = x > TAN_EIGHTH;
  double above = is_far ? -1.0 : is_middle ? x - 1 : x;
  double below = is_far ? x : is_middle ? x + 1 : 1.0;
  double base = is_far ? QUARTER_TURN : is_middle ? QUARTER_TURN / 2 : 0;
  double rest = is_far ? QUARTER_REST : is_middle ? QUARTER_REST / 2 : 0;
  return NAME(small_arc)(above / below, base, rest);
}

/* The direction of a point, degrees counter-clockwise from east; one division. NaN of (0, 0). */
INLINE double NAME(direction)(double y, double x) {
  double far_x = fabs(x), far_y = fabs(y);
  int is_steep = far_y > far_x;
  double longer = is_steep ? far_y : far_x, shorter = is_steep ? far_x : far_y;
  int is_middle = shorter > TAN_EIGHTH * longer;
  double above = is_middle ? shorter - longer : shorter;
  double below = is_middle ? shorter + longer : longer;
  double base = is_middle ? QUARTER_TURN / 2 : 0, rest = is_middle ? QUARTER_REST / 2 : 0;
  double angle = NAME(small_arc)(above / below, base, rest);
  angle = is_steep ? QUARTER_TURN - angle : angle;
  angle = x < 0 ? 2 * QUARTER_TURN - angle : angle;
  angle = y < 0 ? -angle : angle;
  return angle / RADIANS_PER_DEGREE;
}

/* The cells around a cell: a b c / d e f / g h k. */
struct NAME(near) {
  float a, b, c, d, e, f, g, h, k;
};

INLINE struct NAME(near) NAME(around)(struct scarp_rows rows, size_t i) {
  struct NAME(near) z = {rows.north[i],     rows.north[i + 1],  rows.north[i + 2],
                         rows.middle[i],    rows.middle[i + 1], rows.middle[i + 2],
                         rows.south[i],     rows.south[i + 1],  rows.south[i + 2]};
  return z;
}

/* 0 of nine numbers, NaN where one of them is, or is infinite. */
INLINE float NAME(nothing)(struct NAME(near) z) {
  return (((z.a - z.a) + (z.b - z.b)) + ((z.c - z.c) + (z.d - z.d))) +
         (((z.f - z.f) + (z.g - z.g)) + ((z.h - z.h) + (z.k - z.k))) + (z.e - z.e);
}

/* Differences of elevation, west less east and south less north, times the method's divisor. In
   float, as gdaldem takes them, so that both give the same bytes; NaN where any of the nine is. */
struct NAME(fall) {
  float across, down;
};

INLINE struct NAME(fall) NAME(fall_of)(struct NAME(near) z, int method) {
  struct NAME(fall) fall;
  if (method == scarp_horn) {
    fall.across = ((z.a + z.d + z.d + z.g) - (z.c + z.f + z.f + z.k)) + (z.e - z.e);
    fall.down = (z.g + z.h + z.h + z.k) - (z.a + z.b + z.b + z.c);
  } else {
    fall.across = (z.d - z.f) + NAME(nothing)(z);
    fall.down = z.h - z.b;
  }
  return fall;
}

INLINE double NAME(divisor)(int method) { return method == scarp_horn ? 8 : 2; }

INLINE void NAME(slopes)(struct scarp_rows rows, int method, double width, double height, int unit,
                         float *restrict slope) {
  for (size_t i = 0; i < rows.count; i++) {
    struct NAME(fall) fall = NAME(fall_of)(NAME(around)(rows, i), method);
    double dx = (double)fall.across / width, dy = (double)fall.down / height;
    double tangent = sqrt(dx * dx + dy * dy) / NAME(divisor)(method);
    if (unit == scarp_percent) slope[i] = (float)(100 * tangent);
    else if (unit == scarp_degrees) slope[i] = (float)(NAME(arc)(tangent) * DEGREES_PER_RADIAN);
    else slope[i] = (float)NAME(arc)(tangent);
  }
}

/* Each pair of settings has a loop of its own, without a choice within. */
static void NAME(slope)(struct scarp_rows rows, int method, double width, double height, int unit,
                        float *restrict slope) {
  int is_horn = method == scarp_horn;
  if (unit == scarp_degrees) {
    if (is_horn) NAME(slopes)(rows, scarp_horn, width, height, scarp_degrees, slope);
    else NAME(slopes)(rows, scarp_zevenbergen_thorne, width, height, scarp_degrees, slope);
  } else if (unit == scarp_percent) {
    if (is_horn) NAME(slopes)(rows, scarp_horn, width, height, scarp_percent, slope);
    else NAME(slopes)(rows, scarp_zevenbergen_thorne, width, height, scarp_percent, slope);
  } else {
    if (is_horn) NAME(slopes)(rows, scarp_horn, width, height, scarp_radians, slope);
    else NAME(slopes)(rows, scarp_zevenbergen_thorne, width, height, scarp_radians, slope);
  }
}

INLINE void NAME(aspects)(struct scarp_rows rows, int method, double ratio, float flat,
                          float *restrict aspect) {
  for (size_t i = 0; i < rows.count; i++) {
    struct NAME(fall) fall = NAME(fall_of)(NAME(around)(rows, i), method);
    float east = (float)NAME(direction)((double)fall.down * ratio, (double)fall.across);
    float turned = east > 90.0f ? 450.0f - east : 90.0f - east;
    float angle = turned == 360.0f ? 0.0f : turned;
    aspect[i] = fall.across == 0 && fall.down == 0 ? flat : angle;
  }
}

static void NAME(aspect)(struct scarp_rows rows, int method, double ratio, float flat,
                         float *restrict aspect) {
  if (method == scarp_horn) NAME(aspects)(rows, scarp_horn, ratio, flat, aspect);
  else NAME(aspects)(rows, scarp_zevenbergen_thorne, ratio, flat, aspect);
}

INLINE double NAME(squared)(float difference) { return (double)difference * (double)difference; }

static void NAME(ruggedness)(struct scarp_rows rows, int wilson, float *restrict ruggedness) {
  if (wilson) {
    for (size_t i = 0; i < rows.count; i++) {
      struct NAME(near) z = NAME(around)(rows, i);
      ruggedness[i] = (fabsf(z.a - z.e) + fabsf(z.b - z.e) + fabsf(z.c - z.e) + fabsf(z.d - z.e) +
                       fabsf(z.f - z.e) + fabsf(z.g - z.e) + fabsf(z.h - z.e) + fabsf(z.k - z.e)) *
                      0.125f;
    }
    return;
  }
  for (size_t i = 0; i < rows.count; i++) {
    struct NAME(near) z = NAME(around)(rows, i);
    ruggedness[i] = (float)sqrt(
        NAME(squared)(z.a - z.e) + NAME(squared)(z.b - z.e) + NAME(squared)(z.c - z.e) +
        NAME(squared)(z.d - z.e) + NAME(squared)(z.f - z.e) + NAME(squared)(z.g - z.e) +
        NAME(squared)(z.h - z.e) + NAME(squared)(z.k - z.e));
  }
}

INLINE float NAME(lower)(float x, float y) { return y < x ? y : x; }
INLINE float NAME(higher)(float x, float y) { return y > x ? y : x; }

static void NAME(roughness)(struct scarp_rows rows, float *restrict roughness) {
  for (size_t i = 0; i < rows.count; i++) {
    struct NAME(near) z = NAME(around)(rows, i);
    float low = NAME(lower)(NAME(lower)(NAME(lower)(z.a, z.b), NAME(lower)(z.c, z.d)),
                            NAME(lower)(NAME(lower)(z.f, z.g), NAME(lower)(z.h, z.k)));
    float high = NAME(higher)(NAME(higher)(NAME(higher)(z.a, z.b), NAME(higher)(z.c, z.d)),
                              NAME(higher)(NAME(higher)(z.f, z.g), NAME(higher)(z.h, z.k)));
    roughness[i] = (NAME(higher)(high, z.e) - NAME(lower)(low, z.e)) + NAME(nothing)(z);
  }
}

/* What reaches a surface that falls by p to the east and by q to the north of light from the
   direction (east, north), times the length of its normal. */
INLINE double NAME(lit)(double p, double q, double high, double low, double east, double north) {
  double lit = high - low * (p * east + q * north);
  return lit > 0 ? lit : 0;
}

INLINE void NAME(shades)(struct scarp_rows rows, struct scarp_light light, int method, int lights,
                         double *restrict shade) {
  double high = light.sine * 254, low = light.cosine * 254, half = HALF_SQUARE_ROOT;
  for (size_t i = 0; i < rows.count; i++) {
    struct NAME(fall) fall = NAME(fall_of)(NAME(around)(rows, i), method);
    double p = -(double)fall.across / (NAME(divisor)(method) * light.width);
    double q = -(double)fall.down / (NAME(divisor)(method) * light.height);
    double steep = p * p + q * q, length = sqrt(1 + steep);
    if (lights == 1) {
      shade[i] = 1 + NAME(lit)(p, q, high, low, light.east, light.north) / length;
    } else {
      /* Lights from 225, 270, 315 and 360 degrees, each by the squared cosine of the angle between it
         and the surface's aspect. */
      double south_west = half * (p + q), north_west = half * (p - q);
      double sum = south_west * south_west * NAME(lit)(p, q, high, low, -half, -half) +
                   p * p * NAME(lit)(p, q, high, low, -1, 0) +
                   north_west * north_west * NAME(lit)(p, q, high, low, -half, half) +
                   q * q * NAME(lit)(p, q, high, low, 0, 1);
      shade[i] = 1 + (steep == 0 ? high : sum / (2 * steep * length));
    }
  }
}

static void NAME(hillshade)(struct scarp_rows rows, struct scarp_light light,
                            double *restrict shade) {
  int is_horn = light.method == scarp_horn;
  if (light.is_multidirectional) {
    if (is_horn) NAME(shades)(rows, light, scarp_horn, 4, shade);
    else NAME(shades)(rows, light, scarp_zevenbergen_thorne, 4, shade);
  } else {
    if (is_horn) NAME(shades)(rows, light, scarp_horn, 1, shade);
    else NAME(shades)(rows, light, scarp_zevenbergen_thorne, 1, shade);
  }
}

/* The second difference of three cells. */
INLINE double NAME(bend)(float before, float at, float after) {
  return ((double)after - (double)at) - ((double)at - (double)before);
}

INLINE double NAME(rise)(float before, float after) { return (double)after - (double)before; }

INLINE void NAME(curvatures)(struct scarp_rows rows, int method, int kind, double width,
                             double height, float *restrict curvature) {
  for (size_t i = 0; i < rows.count; i++) {
    struct NAME(near) z = NAME(around)(rows, i);
    double p, q, r, t;
    if (method == scarp_second_differences) {
      p = NAME(rise)(z.d, z.f) / (2 * width);
      q = NAME(rise)(z.h, z.b) / (2 * height);
      r = NAME(bend)(z.d, z.e, z.f) / (width * width);
      t = NAME(bend)(z.h, z.e, z.b) / (height * height);
    } else {
      p = (NAME(rise)(z.a, z.c) + NAME(rise)(z.d, z.f) + NAME(rise)(z.g, z.k)) / (6 * width);
      q = (NAME(rise)(z.g, z.a) + NAME(rise)(z.h, z.b) + NAME(rise)(z.k, z.c)) / (6 * height);
      r = (NAME(bend)(z.a, z.b, z.c) + NAME(bend)(z.d, z.e, z.f) + NAME(bend)(z.g, z.h, z.k)) /
          (3 * width * width);
      t = (NAME(bend)(z.g, z.d, z.a) + NAME(bend)(z.h, z.e, z.b) + NAME(bend)(z.k, z.f, z.c)) /
          (3 * height * height);
    }
    double s = (NAME(rise)(z.a, z.c) - NAME(rise)(z.g, z.k)) / (4 * width * height);
    double steep = p * p + q * q, bent;
    if (kind == scarp_total) {
      bent = -(r + t);
    } else if (kind == scarp_plan) {
      bent = -(q * q * r - 2 * p * q * s + p * p * t) / (steep * sqrt(steep));
    } else {
      bent = -(p * p * r + 2 * p * q * s + q * q * t) / (steep * ((1 + steep) * sqrt(1 + steep)));
    }
    /* A level cell has neither contour nor line of slope to bend. */
    if (kind != scarp_total) bent = steep == 0 ? 0 : bent;
    curvature[i] = (float)(bent + (double)NAME(nothing)(z));
  }
}

static void NAME(curvature)(struct scarp_rows rows, int method, int kind, double width,
                            double height, float *restrict out) {
  if (method == scarp_second_differences) {
    const int by = scarp_second_differences;
    if (kind == scarp_total) NAME(curvatures)(rows, by, scarp_total, width, height, out);
    else if (kind == scarp_plan) NAME(curvatures)(rows, by, scarp_plan, width, height, out);
    else NAME(curvatures)(rows, by, scarp_profile, width, height, out);
  } else {
    const int by = scarp_least_squares;
    if (kind == scarp_total) NAME(curvatures)(rows, by, scarp_total, width, height, out);
    else if (kind == scarp_plan) NAME(curvatures)(rows, by, scarp_plan, width, height, out);
    else NAME(curvatures)(rows, by, scarp_profile, width, height, out);
  }
}
