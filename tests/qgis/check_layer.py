#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Opens what geomention wrote in QGIS itself, without a display.

    check_layer.py layer FILE COUNT [NAME]   a layer as a double-click shows it
    check_layer.py project FILE              the project in a GeoPackage
    check_layer.py picture FILE PNG W,S,E,N  the project, drawn

Prints each claim that does not hold. Exit status: 0 all hold, 1 some don't,
77 there is no QGIS for this interpreter.
"""
import os
import shutil
import sys
import tempfile
from xml.etree import ElementTree

# Nobody's own settings or saved styles are to change the answer.
SCRATCH = tempfile.mkdtemp(prefix="geomention-qgis.")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_RUNTIME_DIR"] = SCRATCH
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = SCRATCH
os.chmod(SCRATCH, 0o700)

try:
    from qgis.core import (
        QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform,
        QgsExpression, QgsExpressionContext,
        QgsExpressionContextUtils, QgsMapRendererParallelJob, QgsMapSettings,
        QgsProject, QgsProviderRegistry, QgsRectangle, QgsRenderContext,
        QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtXml import QDomDocument
except ImportError as error:
    print("no PyQGIS for %s: %s" % (sys.executable, error))
    sys.exit(77)

PROJECT_LAYERS = ["Places", "Mentions", "Countries", "Other countries",
                  "Documents", "Unresolved mentions"]
ALIVE = []  # PyQGIS crashes when these are destroyed in its own order
FAILED = []
DOCUMENTS = []  # the project's XML, as the canvas gets it


def claim(holds, what):
    if not holds:
        FAILED.append(what)
        print("FAIL  " + what)


def expressions_of(layer):
    """What of the style follows from the data, as QGIS would save it."""
    document = QDomDocument()
    layer.exportNamedStyle(document)
    style = ElementTree.fromstring(document.toString())
    for option in style.iter("Option"):
        if option.get("name") == "expression":
            yield option.get("value")
    for renderer in style.iter("renderer-v2"):
        if renderer.get("attr"):
            yield renderer.get("attr")
    for text in style.iter("text-style"):
        yield text.get("fieldName")
    tip = style.findtext("mapTip", "")
    claim("[%" in tip, "%s: a tip is made of fields" % layer.name())
    for part in tip.split("[%")[1:]:
        yield part.split("%]")[0]


def check_expressions(layer):
    """QGIS draws on, without a word, where an expression is wrong."""
    count = 0
    fields = {field.name() for field in layer.fields()}
    for text in expressions_of(layer):
        count += 1
        expression = QgsExpression(text)
        claim(not expression.hasParserError(), "%s: '%s' is an expression: %s" %
              (layer.name(), text, expression.parserErrorString()))
        unknown = set(expression.referencedColumns()) - fields
        claim(not unknown, "%s: %s are fields" % (layer.name(), unknown))
    claim(count >= 3, "%s: there are expressions" % layer.name())


def draw(layers, extent, crs, size, png=None, background=None):
    """The picture's colours and the labels in it."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setEllipsoid("EPSG:7030")
    settings.setOutputSize(QSize(*size))
    settings.setOutputDpi(96)
    if background:
        settings.setBackgroundColor(background)
    box = QgsRectangle(extent)
    box.scale(1.1)
    settings.setExtent(box)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    claim(not job.errors(), "drawn without errors: %s" %
          [e.message for e in job.errors()])
    image = job.renderedImage()
    if png:
        claim(image.save(png, "png"), "%s is written" % png)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3)
               for y in range(0, image.height(), 3)}
    results = job.takeLabelingResults()
    labels = [label.labelText for label in results.allLabels()
              if not label.isUnplaced] if results else []
    return colours, labels


def check_texts(layer, expected):
    texts = [value for feature in layer.getFeatures()
             for value in feature.attributes() if isinstance(value, str)]
    broken = [t for t in texts if "\ufffd" in t or "??" in t or "Ã" in t]
    claim(not broken, "text is unharmed: %s" % broken[:3])
    if expected:
        claim(any(expected in t for t in texts), "%s is there" % expected)


def check_tip(layer):
    """What hovering over a point shows, worked out as QGIS does."""
    quotes = [i for i, field in enumerate(layer.fields())
              if field.name().lower() in ("quote", "description")]
    claim(quotes, "%s has quotes" % layer.name())
    scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    context = QgsExpressionContext(scopes)
    shown = 0
    for feature in layer.getFeatures():
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(),
                                                  context)
        quote = str(feature[quotes[0]]).replace("&", "&amp;")
        shown += quote.replace("<", "&lt;") in tip and len(quote) > 5
    claim(shown == layer.featureCount(), "%s: %d of %d tips show the quote" %
          (layer.name(), shown, layer.featureCount()))


def check_categories(layer):
    """Each use that the layer has is a category, none falls to the rest."""
    renderer = layer.renderer()
    context = QgsRenderContext()
    context.expressionContext().appendScopes(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer.startRender(context, layer.fields())
    found = set()
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        found.add(renderer.originalSymbolForFeature(feature, context)
                  .color().name())
    renderer.stopRender(context)
    claim("#0072b2" in found and "#d55e00" in found and
          "#6b7a85" not in found,
          "%s: points have the colours of their uses: %s" %
          (layer.name(), found))


def check_layer(path, count, name=None):
    uri = path + ("|layername=" + name if name else "")
    layer = QgsVectorLayer(uri, os.path.basename(path), "ogr")
    plain = QgsVectorLayer.LayerOptions()
    plain.loadDefaultStyle = False
    bare = QgsVectorLayer(uri, "bare", "ogr", plain)
    ALIVE.extend([layer, bare])
    claim(layer.isValid(), "%s is a layer" % path)
    if not layer.isValid():
        return
    claim(layer.featureCount() == int(count), "%s has %s rows, not %d" %
          (path, count, layer.featureCount()))
    claim(layer.crs().authid() == "EPSG:4326", "%s is in WGS 84, not %s" %
          (path, layer.crs().authid()))
    claim(layer.isSpatial(), "%s has points" % path)
    claim(layer.renderer().type() == "categorizedSymbol" and
          bare.renderer().type() == "singleSymbol",
          "%s comes with its style" % path)
    claim(layer.labelsEnabled(), "%s has labels" % path)
    claim(layer.displayExpression() != bare.displayExpression() or
          "mention" in layer.displayExpression(),
          "%s shows the mention" % path)
    check_texts(layer, "Երևան")
    check_expressions(layer)
    check_tip(layer)
    check_categories(layer)
    colours, labels = draw([layer], layer.extent(), layer.crs(), (900, 600))
    claim(len(colours) > 4, "%s is drawn in colours" % path)
    claim(len(labels) > 5, "%s: labels are drawn, not %d" %
          (path, len(labels)))


def extent_of(layer):
    """In the project's system."""
    project = QgsProject.instance()
    return QgsCoordinateTransform(layer.crs(), project.crs(), project) \
        .transformBoundingBox(layer.extent())


def open_project(path):
    project = QgsProject.instance()
    project.readProject.connect(lambda doc: DOCUMENTS.append(doc.toString()))
    claim(project.read("geopackage:%s?projectName=geomention" %
                       os.path.abspath(path)), "%s has a project" % path)
    return project, project.layerTreeRoot().findLayers()


def check_project(path):
    project, nodes = open_project(path)
    names = [node.name() for node in nodes]
    claim(names == PROJECT_LAYERS, "the project's layers: %s" % names)
    claim(project.crs().authid() == "EPSG:3857", "the project's system: '%s'" %
          project.crs().authid())
    for node in nodes:
        layer = node.layer()
        claim(layer is not None and layer.isValid(), node.name() + " opens")
        if layer and layer.isSpatial():
            claim(layer.featureCount() > 0, node.name() + " has rows")
            check_expressions(layer) if node.name() != "Other countries" else 0
    shown = [n.layer() for n in nodes if n.isVisible() and n.layer()]
    claim(len(shown) == 3, "places, countries and land are shown")
    countries = [n.layer() for n in nodes if n.name() == "Countries"][0]
    claim(countries.renderer().type() == "graduatedSymbol",
          "countries are graduated")
    ranges = countries.renderer().ranges()
    for feature in countries.getFeatures():
        claim(any(r.lowerValue() <= feature["mentions"] <= r.upperValue()
                  for r in ranges), "%s has a colour" % feature["name"])
        claim(feature.hasGeometry(), "%s has an outline" % feature["name"])
    colours, labels = draw(shown, extent_of(shown[0]), project.crs(),
                           (1200, 700), None, project.backgroundColor())
    view = [float(ElementTree.fromstring(DOCUMENTS[0]).findtext(
        "mapcanvas/extent/" + side)) for side in ("xmin", "ymin", "xmax", "ymax")]
    claim(QgsRectangle(*view).contains(extent_of(shown[0])),
          "all places are in view: %s" % view)
    claim(len(colours) > 10 and len(labels) > 20, "the project is drawn")


def make_picture(path, png, extent):
    project, nodes = open_project(path)
    shown = [n.layer() for n in nodes if n.isVisible() and n.layer()]
    box = QgsRectangle(*[float(v) for v in extent.split(",")])
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    box = QgsCoordinateTransform(degrees, project.crs(), project) \
        .transformBoundingBox(box)
    draw(shown, box, project.crs(), (1400, 900), png,
         project.backgroundColor())


def main():
    actions = {"layer": check_layer, "project": check_project,
               "picture": make_picture}
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    ALIVE.append(application)
    claim(QgsProviderRegistry.instance().providerMetadata("ogr") is not None,
          "QGIS has its provider of files")
    actions[sys.argv[1]](*sys.argv[2:])
    return 1 if FAILED else 0


if __name__ == "__main__":
    try:
        STATUS = main()
    except Exception:  # the traceback is wanted, a crash at the end is not
        import traceback
        traceback.print_exc()
        STATUS = 1
    sys.stdout.flush()
    sys.stderr.flush()
    shutil.rmtree(SCRATCH, ignore_errors=True)
    os._exit(STATUS)
