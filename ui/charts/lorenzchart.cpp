#include "ui/charts/lorenzchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace {
constexpr int steps = 200;     ///< of the drawn curve
constexpr int markedParts = 20; ///< that the reader can point at
} // namespace

LorenzChart::LorenzChart(Display &display, QWidget *parent)
    : Chart(u"lorenz"_s, display, parent)
{}

void LorenzChart::setData(const Clv::Concentration &curve)
{
    m_curve = curve;
    dataChanged(m_curve.size() < 2 || !(m_curve.cumulative.back() > 0));
}

void LorenzChart::setRange(const std::optional<std::pair<double, double>> &range)
{
    if (m_range == range)
        return;
    m_range = range;
    replotQueued();
}

QPointF LorenzChart::pixel(double customers, double share) const
{
    return {plot()->xAxis->coordToPixel(customers), plot()->yAxis->coordToPixel(share)};
}

QPolygonF LorenzChart::curve(double from, double until) const
{
    QPolygonF line;
    const int parts = std::max(1, int(std::ceil((until - from) * steps)));
    for (int i = 0; i <= parts; ++i) {
        const double customers = from + (until - from) * i / parts;
        line << pixel(customers, m_curve.shareOfLowest(customers));
    }
    return line;
}

std::pair<double, double> LorenzChart::rangeShares() const
{
    // Customers worth exactly the lower end belong to the range.
    const double below = m_curve.customersUpTo(
        std::nextafter(m_range->first, -std::numeric_limits<double>::infinity()));
    return {below, m_curve.customersUpTo(m_range->second)};
}

void LorenzChart::retranslate()
{
    const QString name = tr("Concentration");
    setEmptyText(tr("No lifetime values yet"),
                 tr("Lifetime value needs customers with orders. Import orders, or choose a later "
                    "date."),
                 u"clv"_s);
    if (m_curve.size() < 2 || !(m_curve.cumulative.back() > 0)) {
        setTexts(name, {}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    //: %1 and %2 are percentages, %3 a number from 0 to 1
    setTexts(name,
             tr("The lower half of the customers holds %1 of the value, the top tenth %2; Gini %3.")
                 .arg(format.percent(m_curve.shareOfLowest(0.5)),
                      format.percent(1 - m_curve.shareOfLowest(0.9)),
                      format.decimal(m_curve.gini, 2)),
             {},
             //: Gini is a name; %1 a number from 0 to 1
             tr("Lorenz curve, Gini %1").arg(format.decimal(m_curve.gini, 2)));
}

void LorenzChart::resetView()
{
    plot()->xAxis->setRange(0, 1);
    plot()->yAxis->setRange(0, 1.0001); // a little more, for the tick at 1
    plot()->yAxis->setTicker(
        QSharedPointer<PlotTools::NumberTicker>::create(display(), 1, true));
}

void LorenzChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, 8, 24, 2 * line + 8);
}

void LorenzChart::drawUnder(QCPPainter *painter) const
{
    if (!m_range)
        return;
    const auto [from, until] = rangeShares();
    const QRectF area = plotArea();
    const double left = pixel(from, 0).x();
    painter->fillRect(QRectF(left, area.top(), pixel(until, 0).x() - left, area.height()),
                      display().color("tint"));
}

void LorenzChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const double height = display().lineHeight(Theme::TextRole::Axis);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(display().theme().category(Theme::Stone), 1.2, Qt::DashLine));
    painter->drawLine(pixel(0, 0), pixel(1, 1));
    const QColor strong = display().theme().category(Theme::Teal);
    painter->setPen(QPen(m_range ? display().color("mute") : strong, 2, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    painter->drawPolyline(curve(0, 1));
    QString held;
    if (m_range) {
        const auto [from, until] = rangeShares();
        painter->setPen(QPen(strong, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(curve(from, until));
        //: %1 and %2 are percentages: of customers and of value
        held = tr("%1 of customers, %2 of value")
                   .arg(format.percent(until - from),
                        format.percent(m_curve.shareOfLowest(until)
                                       - m_curve.shareOfLowest(from)));
    } else {
        held = tr("top %1: %2").arg(format.percent(0.2),
                                    format.percent(1 - m_curve.shareOfLowest(0.8)));
        const QPointF top = pixel(0.8, m_curve.shareOfLowest(0.8));
        painter->setPen(QPen(display().color("text"), 1.3, Qt::DashLine));
        painter->drawLine(QPointF(top.x(), area.bottom()), top);
        painter->setPen(Qt::NoPen);
        painter->setBrush(strong);
        painter->drawEllipse(top, 3.6, 3.6);
    }
    // The upper left is free: the curve lies below the line of equality.
    PlotTools::drawText(painter, display(),
                        QRectF(area.left() + 8, area.top() + 2, area.width() * 0.75, height),
                        Qt::AlignLeft | Qt::AlignVCenter, held, "text", Theme::TextRole::Axis,
                        QFont::DemiBold);
    QList<PlotTools::AxisLabel> labels;
    for (int part = 0; part <= 4; ++part)
        labels.append({pixel(part / 4.0, 0).x(), format.percent(part / 4.0), {}});
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
    PlotTools::drawCaption(painter, display(), area, area.bottom() + 4 + height, tr("Share of CLV"),
                           tr("Customers, lowest first"));
}

QList<Chart::Mark> LorenzChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (int i = 1; i <= markedParts; ++i) {
        const double customers = double(i) / markedParts;
        const double share = m_curve.shareOfLowest(customers);
        Mark mark;
        //: %1 is a percentage
        mark.title = tr("Lowest %1 of customers").arg(format.percent(customers));
        mark.rows = {{tr("Share of CLV"), format.percent(share, 1)},
                     {tr("The others hold"), format.percent(1 - share, 1)}};
        const double left = pixel(customers - 0.5 / markedParts, 0).x();
        const double right = pixel(customers + 0.5 / markedParts, 0).x();
        mark.area = QRectF(left, area.top(), right - left, area.height());
        mark.points = {pixel(customers, share)};
        mark.isCrossed = true;
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> LorenzChart::dataTable() const
{
    QList<QStringList> table{{tr("Customers, lowest first"), tr("Share of CLV")}};
    for (int percent = 0; percent <= 100; ++percent) {
        table.append({QString::number(percent / 100.0, 'f', 2),
                      QString::number(m_curve.shareOfLowest(percent / 100.0), 'f', 6)});
    }
    return table;
}
