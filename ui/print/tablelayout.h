#pragma once

#include "models/report/report.h"
#include "ui/print/sheet.h"
#include "ui/style/theme.h"

#include <vector>

namespace Print {

/// A table measured for a width: column widths, row heights and the drawing of any run of rows with
/// the headings above it. Columns run from the right in a right-to-left report; numbers stand at
/// the right of their column in both.
class TableLayout
{
public:
    TableLayout(const Report::Table &table, const Typesetter &typesetter, qreal width);

    [[nodiscard]] qreal headerHeight() const { return m_headerHeight; }
    [[nodiscard]] qreal rowHeight(int row) const { return m_rowHeights[std::size_t(row)]; }
    [[nodiscard]] int rows() const { return int(m_table.rows.size()); }
    /// Draws the headings and rows \a first to \a last - 1 with the upper left corner at \a origin.
    void draw(QPainter &painter, QPointF origin, int first, int last) const;

private:
    void measureColumns();
    void measureRows();
    [[nodiscard]] QRectF cell(int column, qreal top, qreal height) const;
    void drawCell(QPainter &painter, QPointF origin, int column, const QString &text,
                  const TextStyle &style, qreal top, qreal height) const;
    [[nodiscard]] bool isNumber(int column) const { return m_table.isNumber.value(column, false); }

    const Report::Table &m_table;
    const Typesetter &m_typesetter;
    qreal m_width;
    TextStyle m_headingStyle;
    TextStyle m_cellStyle;
    std::vector<qreal> m_columnWidths;
    std::vector<bool> m_wraps;
    std::vector<qreal> m_rowHeights;
    qreal m_headerHeight = 0;
};

} // namespace Print
