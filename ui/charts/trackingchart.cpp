#include "ui/charts/trackingchart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostWeeks = 60;
constexpr int joined = 4;

/// Joins weeks four by four, counted from the calibration's end so that no point lies on both sides
/// of it. A last group that is not full is left out: it would look like a fall.
QList<Clv::TrackingPoint> joinWeeks(const QList<Clv::TrackingPoint> &weeks, QDate boundary)
{
    qsizetype split = 0;
    while (split < weeks.size() && weeks[split].date <= boundary)
        ++split;
    QList<Clv::TrackingPoint> result;
    for (qsizetype i = split % joined; i + joined <= weeks.size(); i += joined) {
        Clv::TrackingPoint sum;
        for (qsizetype k = i; k < i + joined; ++k) {
            sum.actual += weeks[k].actual;
            sum.predicted += weeks[k].predicted;
        }
        sum.date = weeks[i + joined - 1].date;
        result.append(sum);
    }
    return result;
}
} // namespace

TrackingChart::TrackingChart(Display &display, QWidget *parent, std::optional<Kind> kind)
    : Chart(kind == Kind::Cumulative ? u"tracking-cumulative"_s : u"tracking"_s, display, parent)
    , m_chosen(kind)
    , m_kind(kind.value_or(Kind::Weekly))
{
    setZoomable(true);
}

void TrackingChart::setData(const Clv::ClvResult &result)
{
    setData(result.holdout.value_or(Clv::Holdout()));
}

void TrackingChart::setData(const Clv::Holdout &holdout)
{
    m_holdout = holdout;
    makePoints();
    dataChanged(m_points.size() < 2);
}

void TrackingChart::setPeriod(PeriodUnit period)
{
    if (m_period == period)
        return;
    m_period = period;
    makePoints();
    dataChanged(m_points.size() < 2);
}

void TrackingChart::setKind(Kind kind)
{
    if (m_chosen == kind)
        return;
    m_chosen = kind;
    makePoints();
    dataChanged(m_points.size() < 2);
}

void TrackingChart::makePoints()
{
    m_kind = m_chosen.value_or(m_holdout.tracking.size() > mostWeeks ? Kind::FourWeeks
                                                                     : Kind::Weekly);
    if (m_period != PeriodUnit::Week && m_kind == Kind::FourWeeks)
        m_kind = Kind::Weekly;
    m_points = m_kind == Kind::FourWeeks
                   ? joinWeeks(m_holdout.tracking, m_holdout.calibrationEnd)
                   : m_holdout.tracking;
    if (m_kind != Kind::Cumulative)
        return;
    for (qsizetype i = 1; i < m_points.size(); ++i) {
        m_points[i].actual += m_points[i - 1].actual;
        m_points[i].predicted += m_points[i - 1].predicted;
    }
}

QPointF TrackingChart::pixel(const QDate &date, double value) const
{
    return {plot()->xAxis->coordToPixel(double(date.toJulianDay())),
            plot()->yAxis->coordToPixel(value)};
}

QString TrackingChart::pointTitle(const Clv::TrackingPoint &point) const
{
    const QString day = display().format().date(point.date);
    switch (m_kind) {
    case Kind::FourWeeks:
        return tr("4 weeks to %1").arg(day);
    case Kind::Cumulative:
        //: all orders from the beginning to a day
        return tr("Until %1").arg(day);
    case Kind::Weekly:
        break;
    }
    //: the period, such as a year, that ends on a day
    return m_period == PeriodUnit::Week ? tr("Week to %1").arg(day) : tr("Period to %1").arg(day);
}

void TrackingChart::retranslate()
{
    setEmptyText(
        tr("The model was not tested on later orders"),
        tr("A test keeps the last orders back and compares them with the prediction. It needs more "
           "history."),
        u"equity"_s);
    const QString name = m_kind == Kind::FourWeeks    ? tr("Repeat orders per 4 weeks")
                         : m_kind == Kind::Cumulative ? tr("Repeat orders, cumulative")
                         : m_period != PeriodUnit::Week
                             ? tr("Customers who bought, per opportunity")
                                                      : tr("Repeat orders per week");
    if (m_points.size() < 2) {
        setTexts(name, {}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    const double error = m_holdout.actual > 0
                             ? (m_holdout.predicted - m_holdout.actual) / m_holdout.actual
                             : std::nan("");
    const QString percent = (error > 0 ? u"+"_s : QString()) + format.percent(error, 1);
    setTexts(name,
             tr("In the holdout the model predicted %1 repeat orders; there were %2.")
                 .arg(format.integer(qint64(std::llround(m_holdout.predicted))),
                      format.integer(qint64(std::llround(m_holdout.actual)))),
             {}, tr("holdout total %1").arg(percent));
}

void TrackingChart::resetView()
{
    double most = 1;
    for (const Clv::TrackingPoint &point : m_points)
        most = std::max({most, point.actual, point.predicted});
    const double step = PlotTools::niceStep(most / 3.5);
    plot()->yAxis->setRange(0, std::ceil(most * 1.04 / step) * step);
    plot()->yAxis->setTicker(QSharedPointer<PlotTools::NumberTicker>::create(display()));
    plot()->xAxis->setRange(double(m_points.first().date.toJulianDay()),
                            double(m_points.last().date.toJulianDay()));
}

void TrackingChart::layOut(const QSizeF &)
{
    const double label = std::max(
        PlotTools::textWidth(display(), tr("Model"), Theme::TextRole::Axis, QFont::DemiBold),
        PlotTools::textWidth(display(), tr("Actual"), Theme::TextRole::Axis, QFont::DemiBold));
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(-1, line + 4, int(label) + 12, line + 8);
}

void TrackingChart::drawUnder(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    const double x = std::clamp(pixel(m_holdout.calibrationEnd, 0).x(), area.left(), area.right());
    painter->fillRect(QRectF(x, area.top(), area.right() - x, area.height()),
                      display().color("surface2"));
}

void TrackingChart::drawOver(QCPPainter *painter) const
{
    const QRectF area = plotArea();
    const QColor actual = display().theme().category(Theme::Teal);
    const QColor model = display().theme().category(Theme::Violet);
    const double line = display().lineHeight(Theme::TextRole::Axis);

    const double boundary = pixel(m_holdout.calibrationEnd, 0).x();
    if (boundary >= area.left() && boundary <= area.right()) {
        painter->setPen(QPen(display().color("text3"), 1, Qt::DashLine));
        painter->drawLine(QPointF(boundary, area.top() - line), QPointF(boundary, area.bottom()));
        PlotTools::drawText(painter, display(),
                            QRectF(boundary - 166, area.top() - line - 2, 160, line),
                            Qt::AlignRight | Qt::AlignVCenter, tr("calibration"), "text3");
        PlotTools::drawText(painter, display(),
                            QRectF(boundary + 6, area.top() - line - 2, 160, line),
                            Qt::AlignLeft | Qt::AlignVCenter, tr("holdout"), "text2",
                            Theme::TextRole::Axis, QFont::DemiBold);
    }
    painter->save();
    painter->setClipRect(area.adjusted(0, -4, 4, 4));
    QPolygonF actualLine;
    QPolygonF modelLine;
    for (const Clv::TrackingPoint &point : m_points) {
        actualLine << pixel(point.date, point.actual);
        modelLine << pixel(point.date, point.predicted);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(actual, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(actualLine);
    painter->setPen(QPen(model, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(modelLine);
    painter->setPen(Qt::NoPen);
    painter->setBrush(actual);
    // Dots only where they stand apart: else the line is easier to read.
    const double apart = std::abs(actualLine.last().x() - actualLine.first().x())
                         / double(std::max<qsizetype>(1, actualLine.size() - 1));
    if (apart >= 6) {
        for (const QPointF &point : actualLine)
            painter->drawEllipse(point, 1.8, 1.8);
    }
    painter->restore();

    // Names at the lines' ends, kept apart.
    double actualY = actualLine.last().y();
    double modelY = modelLine.last().y();
    if (std::abs(actualY - modelY) < line) {
        const double middle = (actualY + modelY) / 2;
        const double side = modelY <= actualY ? 1 : -1;
        modelY = middle - side * line / 2;
        actualY = middle + side * line / 2;
    }
    const auto name = [&](double y, const QString &text, const QColor &color) {
        painter->setFont(PlotTools::font(display(), Theme::TextRole::Axis, QFont::DemiBold));
        painter->setPen(QPen(color));
        painter->drawText(
            QRectF(area.right() + 7, y - line / 2, 120, line),
            int(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextDontClip, text);
    };
    name(modelY, tr("Model"), model);
    name(actualY, tr("Actual"), actual);

    QList<PlotTools::AxisLabel> labels;
    const QDate first = QDate::fromJulianDay(qint64(plot()->xAxis->range().lower));
    const QDate last = QDate::fromJulianDay(qint64(plot()->xAxis->range().upper));
    if (first.daysTo(last) > 900) {
        for (int year = first.year(); year <= last.year(); ++year) {
            const double x = pixel(QDate(year, 1, 1), 0).x();
            if (x >= area.left() - 2 && x <= area.right())
                labels.append({x, display().format().year(QDate(year, 1, 1)), {}});
        }
    } else {
        for (QDate day = periodStart(first, PeriodUnit::Quarter); day <= last;
             day = day.addMonths(3)) {
            const double x = pixel(day, 0).x();
            if (x >= area.left() - 2 && x <= area.right())
                labels.append({x, display().format().quarter(day), {}});
        }
    }
    PlotTools::drawAxisLabels(painter, display(), labels, area.bottom());
}

QList<Chart::Mark> TrackingChart::buildMarks() const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const Clv::TrackingPoint &point = m_points[i];
        const QPointF actual = pixel(point.date, point.actual);
        const double before = i > 0 ? pixel(m_points[i - 1].date, 0).x() : actual.x() - 4;
        const double after =
            i + 1 < m_points.size() ? pixel(m_points[i + 1].date, 0).x() : actual.x() + 4;
        Mark mark;
        mark.title = pointTitle(point);
        mark.rows = {{tr("Actual"), format.decimal(point.actual, 0)},
                     {tr("Model"), format.decimal(point.predicted, 0)}};
        mark.area =
            QRectF((before + actual.x()) / 2, area.top(), (after - before) / 2, area.height());
        mark.points = {actual, pixel(point.date, point.predicted)};
        mark.isCrossed = true;
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> TrackingChart::dataTable() const
{
    QList<QStringList> table{{tr("Week to"), tr("Actual"), tr("Model"), tr("Holdout")}};
    for (const Clv::TrackingPoint &point : m_holdout.tracking) {
        table.append({point.date.toString(Qt::ISODate), QString::number(point.actual, 'f', 0),
                      QString::number(point.predicted, 'f', 2),
                      point.date > m_holdout.calibrationEnd ? tr("yes") : tr("no")});
    }
    return table;
}
