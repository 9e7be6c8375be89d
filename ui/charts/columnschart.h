#pragma once

#include "ui/charts/chart.h"

#include <functional>

/// What a chart of columns shows, with its words in one language.
struct Columns
{
    struct Series
    {
        QString name;
        int category = 0;
        QList<double> values; ///< one per column; negative ones hang below zero
    };
    QString name;
    QString finding;
    QString title;
    QString subtitle;
    QString emptyTitle;
    QString emptyReason;
    QString caption;          ///< what the columns are
    QStringList labels;       ///< under the columns; empty ones are left out
    QStringList titles;       ///< of the tips
    QList<Series> series;     ///< stacked in this order
    bool isHistogram = false; ///< the labels stand at the columns' left edges
    QList<std::pair<double, QString>> guides; ///< position in columns, words: median, mean
    std::function<QString(double)> text;
};

/// Stacked columns around zero: growth by period, histograms.
class ColumnsChart final : public Chart
{
    Q_OBJECT

public:
    using Maker = std::function<Columns(const Display &)>;

    ColumnsChart(const QString &name, Display &display, QWidget *parent = nullptr);

    void setMaker(Maker maker);
    [[nodiscard]] const Columns &columns() const { return m_columns; }
    [[nodiscard]] QList<QStringList> dataTable() const override;

signals:
    /// A segment of a column was clicked, or Enter.
    void columnActivated(int column, int series);

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    void drawOver(QCPPainter *painter) const override;
    [[nodiscard]] QList<Mark> buildMarks() const override;

private:
    struct Place
    {
        int column;
        int series;
        QRectF bar;
    };
    [[nodiscard]] QList<Place> places() const; ///< of the segments that are there
    [[nodiscard]] double edge(double column) const;
    [[nodiscard]] bool hasLegend() const { return m_columns.series.size() > 1; }

    Maker m_make;
    Columns m_columns;
};
