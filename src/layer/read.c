/* SPDX-License-Identifier: MIT */
/* Places out of any vector layer that GDAL reads. */
#include "include/geomention_layer.h"
#include "layer/fail.h"
gm_status gm_layer_read_places(gm_builder *builder, const char *path,
                               const char *layer_name,
                               const char *const *columns,
                               size_t column_count, gm_error *err)
{ (void)builder;(void)layer_name;(void)columns;(void)column_count; return gmi_layer_fail(err, GM_ERR_UNSUPPORTED, "%s", path);}
