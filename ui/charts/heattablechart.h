#pragma once

#include "ui/charts/chart.h"

#include <cmath>
#include <functional>
#include <limits>

/// What a heat map in the form of a table shows, with its words in one language.
struct HeatTable
{
    struct Cell
    {
        QString text;
        double position = std::numeric_limits<double>::quiet_NaN(); ///< 0 low to 1 high; NaN: plain
        bool isHatched = false; ///< not finished yet
        double value = std::numeric_limits<double>::quiet_NaN(); ///< for the data table
        QString title;
        QList<Chart::TipRow> rows;
        [[nodiscard]] bool isPresent() const { return !text.isEmpty() || std::isfinite(position); }
    };
    struct Row
    {
        QString name;
        QString size; ///< beside the name, such as the number of customers
        bool isStrong = false;
        QList<Cell> cells;
    };
    QString name;
    QString finding;
    QString title;
    QString subtitle;
    QString emptyTitle;
    QString emptyReason;
    QString corner; ///< heading of the names
    QString size;   ///< heading of the sizes; empty: no such column
    QStringList columns;
    QList<Row> rows;
};

/// A table whose cells are shaded by their value; unfinished ones are hatched. Mirrored, as tables
/// are. Arrows move in two directions.
class HeatTableChart final : public Chart
{
    Q_OBJECT

public:
    /// Writes the table in the display's language; called again when the language changes.
    using Maker = std::function<HeatTable(const Display &)>;

    HeatTableChart(const QString &name, Display &display, QWidget *parent = nullptr);

    void setMaker(Maker maker);
    [[nodiscard]] const HeatTable &table() const { return m_table; }
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cellActivated(int row, int column);

protected:
    void retranslate() override;
    void applyStyle() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    [[nodiscard]] int neighbour(int index, Qt::Key key) const override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Place
    {
        int row;
        int column;
    };
    [[nodiscard]] QList<Place> places() const; ///< of the cells that are there, in reading order
    [[nodiscard]] QRectF cellRect(int row, int column) const;
    [[nodiscard]] double nameWidth() const;
    [[nodiscard]] double sizeWidth() const;
    [[nodiscard]] double headHeight() const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] QRectF flipped(const QRectF &rect) const;

    Maker m_make;
    HeatTable m_table;
};
