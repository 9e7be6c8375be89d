#include "ui/charts/alivehistorychart.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

AliveHistoryChart::AliveHistoryChart(Display &display, QWidget *parent)
    : Chart(u"alive-history"_s, display, parent)
{}

void AliveHistoryChart::setData(const Clv::AliveHistory &history, Kind kind)
{
    m_history = history;
    m_kind = kind;
    const auto size = std::min(std::size_t(m_history.date.size()), m_history.pAlive.size());
    m_history.date.resize(qsizetype(size));
    m_history.pAlive.resize(size);
    dataChanged(size < 2);
}

QPointF AliveHistoryChart::pixel(const QDate &date, double value) const
{
    return {plot()->xAxis->coordToPixel(double(date.toJulianDay())),
            plot()->yAxis->coordToPixel(value)};
}

QString AliveHistoryChart::measure() const
{
    return m_kind == Kind::Outlook ? tr("Still a customer") : tr("P(alive)");
}

void AliveHistoryChart::retranslate()
{
    if (m_kind == Kind::Outlook) {
        setEmptyText(tr("No renewals ahead"), tr("The contract has ended."), u"clv"_s);
        const int renewals = std::max(1, int(m_history.date.size()) - 1);
        const QString name = PlotTools::counted(
            display(), tr("Still a customer after each of the next %n renewal(s)", nullptr, renewals),
            renewals);
        if (m_history.date.size() < 2) {
            setTexts(name, {}, {}, {});
            return;
        }
        const NumberFormat &format = display().format();
        setTexts(name,
                 tr("The chance to be a customer still falls to %1 by %2.")
                     .arg(format.percent(m_history.pAlive.back(), 0),
                          format.date(m_history.date.last())),
                 {}, tr("expected by the model"));
        return;
    }
    setEmptyText(tr("No history yet"), tr("P(alive) is shown from the first order on."), u"clv"_s);
    const int weeks = std::max(1, int(m_history.date.size()));
    const QString name =
        PlotTools::counted(display(), tr("P(alive), last %n week(s)", nullptr, weeks), weeks);
    if (m_history.date.size() < 2) {
        setTexts(name, {}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    setTexts(
        name,
        tr("P(alive) was %1 on %2 and is %3 on %4.")
            .arg(format.decimal(m_history.pAlive.front(), 2), format.date(m_history.date.first()),
                 format.decimal(m_history.pAlive.back(), 2), format.date(m_history.date.last())),
        {}, tr("ticks = orders"));
}

void AliveHistoryChart::resetView()
{
    plot()->yAxis->setRange(0, 1.02);
    plot()->xAxis->setRange(double(m_history.date.first().toJulianDay()),
                            double(m_history.date.last().toJulianDay()));
}

void AliveHistoryChart::layOut(const QSizeF &)
{
    const int line = display().lineHeight(Theme::TextRole::Axis);
    setPlotMargins(28, line / 2 + 2, 40, line + 8);
    plot()->yAxis->setTickLabels(false);
    plot()->yAxis->grid()->setVisible(false);
}

void AliveHistoryChart::drawOver(QCPPainter *painter) const
{
    const NumberFormat &format = display().format();
    const QRectF area = plotArea();
    const bool left = m_history.pAlive.back() < 0.5;
    const QColor color = display().theme().category(left ? Theme::Vermilion : Theme::Teal);
    const double line = display().lineHeight(Theme::TextRole::Axis);

    for (const double value : {0.0, 0.5, 1.0}) {
        const double y = plot()->yAxis->coordToPixel(value);
        PlotTools::drawText(painter, display(), QRectF(area.left() - 34, y - line / 2, 28, line),
                            Qt::AlignRight | Qt::AlignVCenter, format.decimal(value, 1), "text3");
    }
    painter->setPen(QPen(display().color("grid"), 1));
    const double certain = std::round(plot()->yAxis->coordToPixel(1)) + 0.5;
    painter->drawLine(QPointF(area.left(), certain), QPointF(area.right(), certain));
    const double half = std::round(plot()->yAxis->coordToPixel(0.5)) + 0.5;
    painter->setPen(QPen(display().color("text3"), 1, Qt::DashLine));
    painter->drawLine(QPointF(area.left(), half), QPointF(area.right(), half));
    painter->setPen(QPen(display().color("text"), 1.6));
    for (const QDate &day : m_history.purchases) {
        const double x = pixel(day, 0).x();
        if (x >= area.left() - 1 && x <= area.right() + 1)
            painter->drawLine(QPointF(x, area.bottom() - 6), QPointF(x, area.bottom()));
    }
    QPolygonF points;
    for (qsizetype i = 0; i < m_history.date.size(); ++i)
        points << pixel(m_history.date[i], m_history.pAlive[std::size_t(i)]);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, 1.8, m_kind == Kind::Outlook ? Qt::DashLine : Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(points);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(points.last(), 3.5, 3.5);
    painter->setFont(PlotTools::font(display(), Theme::TextRole::Table, QFont::DemiBold));
    painter->setPen(QPen(color));
    painter->drawText(QRectF(points.last().x() + 7, points.last().y() - line / 2, 40, line),
                      int(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextDontClip,
                      format.decimal(m_history.pAlive.back(), 2));
    PlotTools::drawCaption(painter, display(), area, area.bottom() + 4,
                           format.monthYear(m_history.date.first()),
                           format.monthYear(m_history.date.last()));
}

QList<Chart::Mark> AliveHistoryChart::buildMarks() const
{
    const QRectF area = plotArea();
    QList<Mark> marks;
    for (qsizetype i = 0; i < m_history.date.size(); ++i) {
        const QPointF point = pixel(m_history.date[i], m_history.pAlive[std::size_t(i)]);
        const double before = i > 0 ? pixel(m_history.date[i - 1], 0).x() : point.x() - 4;
        const double after =
            i + 1 < m_history.date.size() ? pixel(m_history.date[i + 1], 0).x() : point.x() + 4;
        Mark mark;
        mark.title = display().format().date(m_history.date[i]);
        mark.rows = {
            {measure(), display().format().decimal(m_history.pAlive[std::size_t(i)], 2)}};
        mark.area =
            QRectF((before + point.x()) / 2, area.top(), (after - before) / 2, area.height());
        mark.points = {point};
        mark.isCrossed = true;
        marks.append(mark);
    }
    return marks;
}

QList<QStringList> AliveHistoryChart::dataTable() const
{
    QList<QStringList> table{{tr("Date"), measure()}};
    for (qsizetype i = 0; i < m_history.date.size(); ++i) {
        table.append({m_history.date[i].toString(Qt::ISODate),
                      QString::number(m_history.pAlive[std::size_t(i)], 'f', 4)});
    }
    return table;
}
