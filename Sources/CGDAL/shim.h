#include <gdal.h>
#include <gdal_alg.h>
#include <gdal_utils.h>
#include <gdalwarper.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
/* Areas on the ellipsoid: PROJ's, which GDAL is built on. */
#include <geodesic.h>

/* The registrations of single drivers that libgdal exports without a C header of their own. */
void GDALRegister_GTiff(void);
void GDALRegister_COG(void);
void RegisterOGRGeoJSON(void);
void RegisterOGRGeoPackage(void);
