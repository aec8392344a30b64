/* SPDX-License-Identifier: MIT */
/* A map of places as an SVG picture: from the sea up to the frame. */
#include "write/map_draw.h"

#include "base/memory.h"
#include "base/status.h"
#include "write/map_base.h"
#include "write/map_style.h"
#include "write/map_text.h"
#include "write/number.h"
#include "write/xml.h"

#include <math.h>

enum { GRID_LETTERS = 10 };

/* ---- The base ----------------------------------------------------------- */

static void add(struct gmi_drawing *drawing, const char *text)
{
    gmi_buffer_add_string(drawing->out, text);
}

static void draw_sea(struct gmi_drawing *drawing)
{
    const struct gmi_map_frame *frame = &drawing->frame;
    if (frame->is_world) {
        add(drawing, "<path fill=\"" GMI_MAP_SEA "\" d=\"");
        gmi_map_globe_path(frame, drawing->out);
        add(drawing, "\"/>\n");
        return;
    }
    add(drawing, "<rect fill=\"" GMI_MAP_SEA "\"");
    gmi_xml_number(drawing->out, "width", frame->width * 10);
    gmi_xml_number(drawing->out, "height", frame->height * 10);
    add(drawing, "/>\n");
}

static void draw_grid(struct gmi_drawing *drawing)
{
    add(drawing, "<path fill=\"none\" stroke=\"" GMI_MAP_GRID
                 "\" stroke-width=\"6\" d=\"");
    gmi_map_grid_path(&drawing->frame, gmi_map_grid_step(&drawing->frame),
                      drawing->out);
    add(drawing, "\"/>\n");
}

/* The stroke closes the hair between areas that were cut at 180 degrees. */
static void draw_land(struct gmi_drawing *drawing)
{
    const size_t count = gm_outline_area_count(drawing->outline);
    add(drawing, "<path fill=\"" GMI_MAP_LAND "\" stroke=\"" GMI_MAP_LAND
                 "\" stroke-width=\"3\" d=\"");
    for (size_t i = 0; i < count; i++)
        gmi_map_area_path(&drawing->frame, drawing->outline, i, drawing->out);
    add(drawing, "\"/>\n");
}

static void draw_lines(struct gmi_drawing *drawing, gm_line_kind kind,
                       const char *style)
{
    add(drawing, "<path fill=\"none\" stroke-linejoin=\"round\" ");
    add(drawing, style);
    add(drawing, " d=\"");
    gmi_map_line_path(&drawing->frame, drawing->outline, kind, drawing->out);
    add(drawing, "\"/>\n");
}

static void draw_base(struct gmi_drawing *drawing)
{
    add(drawing, "<g transform=\"scale(.1)\">\n");
    draw_sea(drawing);
    draw_grid(drawing);
    if (drawing->outline) {
        draw_land(drawing);
        gmi_map_draw_countries(drawing);
        draw_lines(drawing, GM_LINE_BORDER,
                   "stroke=\"" GMI_MAP_BORDER "\" stroke-width=\"8\"");
        draw_lines(drawing, GM_LINE_INNER,
                   "stroke=\"" GMI_MAP_BORDER
                   "\" stroke-width=\"8\" stroke-dasharray=\"20 20\"");
        draw_lines(drawing, GM_LINE_COAST,
                   "stroke=\"" GMI_MAP_COAST "\" stroke-width=\"8\"");
    }
    add(drawing, "</g>\n");
}

/* ---- Degrees at the edge ------------------------------------------------ */

static void add_degrees(struct gmi_drawing *drawing, double degrees,
                        const char *letters)
{
    const double shown =
        letters[0] == 'E' ? degrees - 360 * round(degrees / 360) : degrees;
    const bool is_turn = shown == 0 || fabs(shown) == 180;
    gmi_number_add(drawing->out, fabs(shown), 1, GMI_ZEROS_TRIM);
    add(drawing, "°");
    if (!is_turn)
        gmi_buffer_add_char(drawing->out, shown > 0 ? letters[0] : letters[1]);
}

/* One number at the edge, unless something is there. */
static void draw_degrees(struct gmi_drawing *drawing, struct gmi_spot spot,
                         double degrees, const char *letters)
{
    enum { WIDTH = 30, HEIGHT = 12 };
    const struct gmi_label_box box = {spot.x - 2, spot.y - HEIGHT / 2.0, WIDTH,
                                      HEIGHT};
    if (!gmi_label_is_free(&drawing->field, box))
        return;
    gmi_label_occupy(&drawing->field, box);
    add(drawing, "<text");
    gmi_xml_number(drawing->out, "x", spot.x);
    gmi_xml_number(drawing->out, "y", spot.y + 3.5);
    add(drawing, ">");
    add_degrees(drawing, degrees, letters);
    add(drawing, "</text>\n");
}

static void draw_grid_numbers(struct gmi_drawing *drawing)
{
    const struct gmi_map_frame *frame = &drawing->frame;
    const struct gmi_window *window = &frame->window;
    const double step = gmi_map_grid_step(frame);
    gmi_buffer_printf(drawing->out,
                      "<g font-size=\"%d\" fill=\"" GMI_MAP_FAINT
                      "\" stroke=\"" GMI_MAP_PAPER
                      "\" stroke-opacity=\".6\" stroke-width=\"2\" "
                      "paint-order=\"stroke\" "
                      "aria-hidden=\"true\">\n",
                      GRID_LETTERS);
    for (double x = ceil(window->west / step) * step;
         x <= window->east && !frame->is_world; x += step) {
        const struct gmi_spot spot = gmi_map_spot(frame, x, window->north);
        draw_degrees(drawing, (struct gmi_spot){spot.x + 3, 9}, x, "EW");
    }
    for (double y = ceil(window->south / step) * step;
         y <= window->north && !frame->is_world; y += step) {
        const struct gmi_spot spot = gmi_map_spot(frame, window->west, y);
        draw_degrees(drawing, (struct gmi_spot){4, spot.y - 7}, y, "NS");
    }
    add(drawing, "</g>\n");
}

/* ---- The picture -------------------------------------------------------- */

static void begin_picture(struct gmi_drawing *drawing)
{
    const struct gmi_map_frame *frame = &drawing->frame;
    const long width = lround(frame->width);
    const long height = lround(frame->height + drawing->foot_height);
    gmi_buffer_printf(drawing->out,
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "viewBox=\"0 0 %ld %ld\" width=\"%ld\" height=\"%ld\" "
                      "role=\"img\" font-family=\"%s\">\n",
                      width, height, width, height, GMI_MAP_FONTS);
    gmi_buffer_printf(drawing->out,
                      "<title>Map of %zu places</title>\n"
                      "<clipPath id=\"gm-panel\"><rect",
                      drawing->places->count);
    gmi_xml_number(drawing->out, "width", frame->width);
    gmi_xml_number(drawing->out, "height", frame->height);
    gmi_buffer_printf(drawing->out,
                      "/></clipPath>\n<rect fill=\"" GMI_MAP_PAPER
                      "\" width=\"%ld\" height=\"%ld\"/>\n",
                      width, height);
}

static void draw_frame(struct gmi_drawing *drawing)
{
    const struct gmi_map_frame *frame = &drawing->frame;
    if (frame->is_world) {
        add(drawing, "<g clip-path=\"url(#gm-panel)\"><path fill=\"none\" "
                     "stroke=\"" GMI_MAP_FRAME
                     "\" stroke-width=\"10\" transform=\"scale(.1)\" d=\"");
        gmi_map_globe_path(frame, drawing->out);
        add(drawing, "\"/></g>\n");
        return;
    }
    add(drawing,
        "<rect x=\".5\" y=\".5\" fill=\"none\" stroke=\"" GMI_MAP_FRAME "\"");
    gmi_xml_number(drawing->out, "width", frame->width - 1);
    gmi_xml_number(drawing->out, "height", frame->height - 1);
    add(drawing, "/>\n");
}

static void draw_foot(struct gmi_drawing *drawing)
{
    gmi_buffer_printf(drawing->out, "<g transform=\"translate(0 %ld)\">\n",
                      lround(drawing->frame.height));
    if (drawing->foot.length)
        gmi_buffer_add(drawing->out, drawing->foot.data, drawing->foot.length);
    add(drawing, "</g>\n");
}

static void draw(struct gmi_drawing *drawing)
{
    gmi_map_write_foot(drawing);
    begin_picture(drawing);
    add(drawing, "<g clip-path=\"url(#gm-panel)\">\n");
    draw_base(drawing);
    gmi_map_draw_circles(drawing);
    gmi_map_draw_labels(drawing);
    draw_grid_numbers(drawing);
    add(drawing, "</g>\n");
    draw_frame(drawing);
    draw_foot(drawing);
    add(drawing, "</svg>\n");
}

gm_status gmi_drawing_init(struct gmi_drawing *drawing, gm_error *err)
{
    gm_status status = gmi_map_frame_fit(
        drawing->places, &drawing->options->room, &drawing->frame, err);
    if (!status)
        status = gmi_map_outline_open(drawing->options->data_directory,
                                      &drawing->frame, &drawing->outline, err);
    if (status)
        return status;
    drawing->marks =
        gmi_alloc_zeroed(drawing->places->count + 1, sizeof *drawing->marks);
    if (!drawing->marks)
        return gmi_fail_memory(err);
    gmi_map_mark(drawing);
    return GM_OK;
}

void gmi_drawing_release(struct gmi_drawing *drawing)
{
    gmi_buffer_release(&drawing->foot);
    gmi_buffer_release(&drawing->label);
    gmi_release(drawing->marks);
    gmi_label_field_release(&drawing->field);
    gm_outline_close(drawing->outline);
}

gm_status gmi_map_draw(const struct gmi_place_list *places,
                       const struct gmi_map_options *options,
                       struct gmi_buffer *out, gm_error *err)
{
    struct gmi_drawing drawing = {
        .places = places, .options = options, .out = out};
    gm_status status = gmi_drawing_init(&drawing, err);
    if (!status)
        status = gmi_label_field_init(&drawing.field, drawing.frame.width,
                                      drawing.frame.height, err);
    if (!status) {
        draw(&drawing);
        out->is_failed |= drawing.foot.is_failed;
    }
    gmi_drawing_release(&drawing);
    return status;
}
