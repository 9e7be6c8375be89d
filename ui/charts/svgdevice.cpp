#include "ui/charts/svgdevice.h"

#include <QBuffer>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace {

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 3);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray point(double x, double y) { return number(x) + ' ' + number(y); }

QByteArray pathData(const QPainterPath &path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            data += 'M' + point(element.x, element.y);
            break;
        case QPainterPath::LineToElement:
            data += 'L' + point(element.x, element.y);
            break;
        case QPainterPath::CurveToElement: {
            const QPainterPath::Element second = path.elementAt(i + 1);
            const QPainterPath::Element end = path.elementAt(i + 2);
            data += 'C' + point(element.x, element.y) + ' ' + point(second.x, second.y) + ' '
                    + point(end.x, end.y);
            i += 2;
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    return data;
}

QByteArray escaped(const QString &text) { return text.toHtmlEscaped().toUtf8(); }

QByteArray matrix(const QTransform &t)
{
    if (t.isIdentity())
        return {};
    return " transform=\"matrix(" + number(t.m11()) + ' ' + number(t.m12()) + ' ' + number(t.m21())
           + ' ' + number(t.m22()) + ' ' + number(t.dx()) + ' ' + number(t.dy()) + ")\"";
}

} // namespace

class SvgEngine final : public QPaintEngine
{
public:
    SvgEngine()
        : QPaintEngine(
            PaintEngineFeatures(AllFeatures)
            & ~PaintEngineFeatures(PatternBrush | PerspectiveTransform | ConicalGradientFill))
    {}

    bool begin(QPaintDevice *) override
    {
        m_body.clear();
        m_definitions.clear();
        m_clip.clear();
        m_openClip.clear();
        return true;
    }

    bool end() override
    {
        closeGroup();
        return true;
    }

    [[nodiscard]] Type type() const override { return QPaintEngine::User; }
    [[nodiscard]] const QByteArray &definitions() const { return m_definitions; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }

    void updateState(const QPaintEngineState &changed) override
    {
        const QPaintEngine::DirtyFlags flags = changed.state();
        if (flags & QPaintEngine::DirtyTransform)
            m_transform = changed.transform();
        if (flags & QPaintEngine::DirtyPen)
            m_pen = changed.pen();
        if (flags & QPaintEngine::DirtyBrush)
            m_brush = changed.brush();
        if (flags & QPaintEngine::DirtyOpacity)
            m_opacity = changed.opacity();
        if (flags
            & (QPaintEngine::DirtyClipPath | QPaintEngine::DirtyClipRegion
               | QPaintEngine::DirtyClipEnabled))
            updateClip();
    }

    void drawPath(const QPainterPath &path) override
    {
        if (path.isEmpty())
            return;
        write("<path d=\"" + pathData(path) + '"' + fill(path.fillRule()) + stroke() + common()
              + "/>\n");
    }

    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        QPainterPath path;
        path.moveTo(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode == PolylineMode) {
            write("<path d=\"" + pathData(path) + "\" fill=\"none\"" + stroke() + common()
                  + "/>\n");
            return;
        }
        path.closeSubpath();
        path.setFillRule(mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
        drawPath(path);
    }

    void drawImage(const QRectF &rect, const QImage &image, const QRectF &source,
                   Qt::ImageConversionFlags = Qt::AutoColor) override
    {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.copy(source.toRect()).save(&buffer, "PNG");
        // Cells of a map stay crisp when enlarged.
        write("<image x=\"" + number(rect.x()) + "\" y=\"" + number(rect.y()) + "\" width=\""
              + number(rect.width()) + "\" height=\"" + number(rect.height())
              + "\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\"" + common()
              + " xlink:href=\"data:image/png;base64," + png.toBase64() + "\"/>\n");
    }

    void drawPixmap(const QRectF &rect, const QPixmap &pixmap, const QRectF &source) override
    {
        drawImage(rect, pixmap.toImage(), source);
    }

private:
    void updateClip()
    {
        m_clip.clear();
        if (!painter()->hasClipping())
            return;
        // The clip in the coordinates of the device, because each shape brings its own transform.
        const QPainterPath path = painter()->transform().map(painter()->clipPath());
        const QByteArray data = pathData(path);
        if (data == m_lastClip && !m_lastClipName.isEmpty()) {
            m_clip = m_lastClipName;
            return;
        }
        const QByteArray name = "c" + QByteArray::number(++m_clips);
        m_definitions += "<clipPath id=\"" + name + "\"><path d=\"" + data + "\"/></clipPath>\n";
        m_clip = name;
        m_lastClip = data;
        m_lastClipName = name;
    }

    [[nodiscard]] QByteArray fill(Qt::FillRule rule) const
    {
        if (m_brush.style() == Qt::NoBrush)
            return " fill=\"none\"";
        QByteArray text = " fill=\"" + m_brush.color().name().toLatin1() + '"';
        if (m_brush.color().alpha() < 255)
            text += " fill-opacity=\"" + number(m_brush.color().alphaF()) + '"';
        if (rule == Qt::OddEvenFill)
            text += " fill-rule=\"evenodd\"";
        return text;
    }

    [[nodiscard]] QByteArray stroke() const
    {
        if (m_pen.style() == Qt::NoPen || m_pen.brush().style() == Qt::NoBrush)
            return {};
        const double width = m_pen.widthF() > 0 ? m_pen.widthF() : 1;
        QByteArray text = " stroke=\"" + m_pen.color().name().toLatin1() + "\" stroke-width=\""
                          + number(width) + '"';
        if (m_pen.color().alpha() < 255)
            text += " stroke-opacity=\"" + number(m_pen.color().alphaF()) + '"';
        if (m_pen.capStyle() == Qt::RoundCap)
            text += " stroke-linecap=\"round\"";
        else if (m_pen.capStyle() == Qt::SquareCap && m_pen.style() == Qt::SolidLine)
            text += " stroke-linecap=\"square\"";
        if (m_pen.joinStyle() == Qt::RoundJoin)
            text += " stroke-linejoin=\"round\"";
        if (m_pen.style() != Qt::SolidLine) {
            QByteArray dashes;
            for (const double dash : m_pen.dashPattern())
                dashes += (dashes.isEmpty() ? "" : " ") + number(dash * width);
            text += " stroke-dasharray=\"" + dashes + '"';
        }
        return text;
    }

    [[nodiscard]] QByteArray common() const
    {
        QByteArray text = matrix(m_transform);
        if (m_opacity < 1)
            text += " opacity=\"" + number(m_opacity) + '"';
        return text;
    }

    /// Elements of one clip share a group, which has no transform: the clip is in device
    /// coordinates.
    void write(const QByteArray &element)
    {
        if (m_clip != m_openClip) {
            closeGroup();
            if (!m_clip.isEmpty())
                m_body += "<g clip-path=\"url(#" + m_clip + ")\">\n";
            m_openClip = m_clip;
        }
        m_body += element;
    }

    void closeGroup()
    {
        if (!m_openClip.isEmpty())
            m_body += "</g>\n";
        m_openClip.clear();
    }

    QByteArray m_definitions;
    QByteArray m_openClip;
    QByteArray m_body;
    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1;
    int m_clips = 0;
    QByteArray m_clip;
    QByteArray m_lastClip;
    QByteArray m_lastClipName;
};

SvgDevice::SvgDevice(const QSizeF &size, const QString &title, const QString &description)
    : m_size(size)
    , m_title(title)
    , m_description(description)
    , m_engine(std::make_unique<SvgEngine>())
{}

SvgDevice::~SvgDevice() = default;

QByteArray SvgDevice::document() const
{
    const QByteArray width = number(m_size.width());
    const QByteArray height = number(m_size.height());
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" width=\""
                      + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height
                      + "\">\n";
    text +=
        "<title>" + escaped(m_title) + "</title>\n<desc>" + escaped(m_description) + "</desc>\n";
    if (!m_engine->definitions().isEmpty())
        text += "<defs>\n" + m_engine->definitions() + "</defs>\n";
    return text + m_engine->body() + "</svg>\n";
}

QPaintEngine *SvgDevice::paintEngine() const { return m_engine.get(); }

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    constexpr int dpi = 96;
    switch (metric) {
    case PdmWidth:
        return qRound(m_size.width());
    case PdmHeight:
        return qRound(m_size.height());
    case PdmWidthMM:
        return qRound(m_size.width() * 25.4 / dpi);
    case PdmHeightMM:
        return qRound(m_size.height() * 25.4 / dpi);
    case PdmNumColors:
        return 0x7FFFFFFF;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dpi;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(QPaintDevice::devicePixelRatioFScale());
    }
    return 0;
}
