#pragma once

#include "ui/style/theme.h"

#include <QDate>
#include <QList>
#include <QString>

#include <qcustomplot.h>

#include <functional>

class Display;

/// What charts share for drawing with QCustomPlot.
namespace PlotTools {

/// A layer's part of a drawing that a function paints, in plot pixels.
class Canvas final : public QCPLayerable
{
public:
    Canvas(QCustomPlot *plot, const QString &layer, std::function<void(QCPPainter *)> paint);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    [[nodiscard]] QRect clipRect() const override;

private:
    std::function<void(QCPPainter *)> m_paint;
};

/// Ticks of round numbers, written in the display's language; values are divided by \a unit first.
class NumberTicker final : public QCPAxisTicker
{
public:
    explicit NumberTicker(const Display &display, double unit = 1, bool percent = false);

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar,
                         int precision) override;
    double getTickStep(const QCPRange &range) override;

private:
    const Display &m_display;
    double m_unit;
    bool m_percent;
    int m_decimals = 0;
};

/// One label of a horizontal axis: a first line and, where something begins, a second.
struct AxisLabel
{
    double x = 0; ///< plot pixels
    QString text;
    QString second; ///< the year under its first quarter
};
struct LegendItem
{
    QColor colour;
    QString text;
};
/// Swatches and words from the start of \a row on, which is the right when \a mirrored.
void drawLegend(QCPPainter *painter, const Display &display, const QRectF &row, bool mirrored,
                const QList<LegendItem> &items);
/// The labels under an axis whose line is at \a y. Labels that would touch their neighbour are left
/// out.
void drawAxisLabels(QCPPainter *painter, const Display &display, const QList<AxisLabel> &labels,
                    double y);
/// A caption under the labels: at the left, or at the right end of the axis.
void drawCaption(QCPPainter *painter, const Display &display, const QRectF &axis, double y,
                 const QString &left, const QString &right);

/// Draws a filled bar with the design's radius of 3 px at its free end (or none of it).
void drawBar(QCPPainter *painter, const QRectF &rect, const QColor &fill);
/// A label with font role and token, within \a rect.
void drawText(QCPPainter *painter, const Display &display, const QRectF &rect,
              Qt::Alignment alignment, const QString &text, const char *token = "text2",
              Theme::TextRole role = Theme::TextRole::Axis, QFont::Weight weight = QFont::Normal);
[[nodiscard]] double textWidth(const Display &display, const QString &text,
                               Theme::TextRole role = Theme::TextRole::Axis,
                               QFont::Weight weight = QFont::Normal);
[[nodiscard]] QFont font(const Display &display, Theme::TextRole role, QFont::Weight weight);

/// 1, 1,000, 1,000,000 or 1,000,000,000: what to divide axis values by so that they stay short.
[[nodiscard]] double unitFor(double largest);
/// "SAR million", "SAR thousand" or "SAR", for subtitles.
[[nodiscard]] QString unitName(const Display &display, const QString &currencyCode, double unit);
/// Decimals for values in \a unit where \a step apart must differ: 0 to 2.
[[nodiscard]] int decimalsFor(double step);
/// \a text, made by tr(…, nullptr, n), with the number as the display writes it.
[[nodiscard]] QString counted(const Display &display, QString text, qint64 n);
/// Name of the period that ends on \a day: its quarter when the quarter ends there, else the date.
[[nodiscard]] QString periodName(const Display &display, QDate day);
/// A rounded step of 1, 2 or 5 times a power of ten, at least \a rough.
[[nodiscard]] double niceStep(double rough);

} // namespace PlotTools
