#include "ui/charts/plottools.h"

#include "models/core/dates.h"
#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace PlotTools {

Canvas::Canvas(QCustomPlot *plot, const QString &layer, std::function<void(QCPPainter *)> paint)
    : QCPLayerable(plot, layer), m_paint(std::move(paint))
{}

void Canvas::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void Canvas::draw(QCPPainter *painter) { m_paint(painter); }

QRect Canvas::clipRect() const { return mParentPlot->viewport().adjusted(0, 0, 1, 2); }

NumberTicker::NumberTicker(const Display &display, double unit, bool percent)
    : m_display(display), m_unit(unit), m_percent(percent)
{
    setTickCount(5);
}

QString NumberTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    const QString text = m_percent ? m_display.format().percent(tick, std::max(0, m_decimals - 2))
                                   : m_display.format().decimal(tick / m_unit, m_decimals);
    return PaintText::marked(m_display, text);
}

double NumberTicker::getTickStep(const QCPRange &range)
{
    // A little more rather than much fewer than asked for: 28 in five is 5, not 10.
    const double step = niceStep(0.8 * range.size() / tickCount());
    m_decimals = decimalsFor(step / m_unit);
    return step;
}

QFont font(const Display &display, Theme::TextRole role, QFont::Weight weight)
{
    QFont wanted = display.font(role);
    wanted.setWeight(weight);
    return wanted;
}

void drawText(QCPPainter *painter, const Display &display, const QRectF &rect,
              Qt::Alignment alignment, const QString &text, const char *token, Theme::TextRole role,
              QFont::Weight weight)
{
    painter->setFont(font(display, role, weight));
    painter->setPen(QPen(display.color(token)));
    PaintText::draw(*painter, display, rect, alignment, text);
}

double textWidth(const Display &display, const QString &text, Theme::TextRole role,
                 QFont::Weight weight)
{
    return PaintText::width(font(display, role, weight), text);
}

namespace {

/// Of labels that are equally far apart every which one stands so that none touches the next; 1 for
/// others.
qsizetype labelStep(const Display &display, const QList<AxisLabel> &labels)
{
    if (labels.size() < 3)
        return 1;
    const double pitch = labels[1].x - labels[0].x;
    double widest = 0;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (std::abs(labels[i].x - labels[0].x - double(i) * pitch) > 1)
            return 1;
        widest = std::max(widest, textWidth(display, labels[i].text));
    }
    return pitch > 0 ? std::max<qsizetype>(1, qsizetype(std::ceil((widest + 3) / pitch))) : 1;
}

} // namespace

void drawAxisLabels(QCPPainter *painter, const Display &display, const QList<AxisLabel> &labels,
                    double y)
{
    const double line = display.lineHeight(Theme::TextRole::Axis);
    double occupied = -std::numeric_limits<double>::infinity();
    double occupiedSecond = occupied;
    const qsizetype step = labelStep(display, labels);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const AxisLabel &label = labels[i];
        const double half = textWidth(display, label.text) / 2;
        if (i % step == 0 && !label.text.isEmpty() && label.x - half > occupied + 3) {
            drawText(painter, display, QRectF(label.x - half - 2, y + 4, 2 * half + 4, line),
                     Qt::AlignCenter, label.text, "text3");
            occupied = label.x + half;
        }
        if (label.second.isEmpty())
            continue;
        const double halfSecond =
            textWidth(display, label.second, Theme::TextRole::Axis, QFont::Medium) / 2;
        if (label.x - halfSecond > occupiedSecond + 3) {
            drawText(painter, display,
                     QRectF(label.x - halfSecond - 2, y + 4 + line, 2 * halfSecond + 4, line),
                     Qt::AlignCenter, label.second, "text2", Theme::TextRole::Axis, QFont::Medium);
            occupiedSecond = label.x + halfSecond;
        }
    }
}

void drawLegend(QCPPainter *painter, const Display &display, const QRectF &row, bool mirrored,
                const QList<LegendItem> &items)
{
    constexpr double side = 9;
    constexpr double between = 18;
    double x = mirrored ? row.right() : row.left();
    for (const LegendItem &item : items) {
        const double width = textWidth(display, item.text) + 4;
        const QRectF swatch(mirrored ? x - side : x, row.center().y() - side / 2, side, side);
        painter->setPen(Qt::NoPen);
        painter->setBrush(item.colour);
        painter->drawRoundedRect(swatch, 2, 2);
        const QRectF text(mirrored ? x - side - 5 - width : x + side + 5, row.top(), width,
                          row.height());
        drawText(painter, display, text,
                 (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, item.text, "text2");
        x += (mirrored ? -1 : 1) * (width + side + 5 + between);
    }
}

void drawCaption(QCPPainter *painter, const Display &display, const QRectF &axis, double y,
                 const QString &left, const QString &right)
{
    const double line = display.lineHeight(Theme::TextRole::Axis);
    const QRectF row(axis.left(), y, axis.width(), line);
    drawText(painter, display, row, Qt::AlignLeft | Qt::AlignVCenter, left, "text3");
    drawText(painter, display, row, Qt::AlignRight | Qt::AlignVCenter, right, "text3");
}

void drawBar(QCPPainter *painter, const QRectF &rect, const QColor &fill)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    const double radius = std::min({2.0, rect.width() / 2, rect.height() / 2});
    if (radius < 0.5)
        painter->drawRect(rect);
    else
        painter->drawRoundedRect(rect, radius, radius);
}

double unitFor(double largest)
{
    const double size = std::abs(largest);
    if (size >= 2e9)
        return 1e9;
    if (size >= 1e6)
        return 1e6;
    if (size >= 2e5)
        return 1e3;
    return 1;
}

QString unitName(const Display &display, const QString &currencyCode, double unit)
{
    const QString currency = display.format().currencyName(currencyCode);
    if (unit >= 1e9)
        return QCoreApplication::translate("PlotTools", "%1 billion").arg(currency);
    if (unit >= 1e6)
        return QCoreApplication::translate("PlotTools", "%1 million").arg(currency);
    if (unit >= 1e3)
        return QCoreApplication::translate("PlotTools", "%1 thousand").arg(currency);
    return currency;
}

int decimalsFor(double step)
{
    if (!(step > 0))
        return 0;
    // 2.5 needs one decimal, 0.25 two; the small allowance keeps 0.1 from becoming 0.09999….
    for (int decimals = 0; decimals < 3; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 && std::round(scaled) >= 1)
            return decimals;
    }
    return 3;
}

QString counted(const Display &display, QString text, qint64 n)
{
    return text.replace(QString::number(n), display.format().integer(n));
}

QString periodName(const Display &display, QDate day)
{
    return day == periodEnd(day, PeriodUnit::Quarter) ? display.format().quarter(day)
                                                      : display.format().date(day);
}

double niceStep(double rough)
{
    if (!(rough > 0) || !std::isfinite(rough))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

} // namespace PlotTools
