#include "ui/print/tablelayout.h"

#include <algorithm>
#include <numeric>

namespace Print {

namespace {

constexpr qreal cellPadding = 5;
constexpr qreal lineOfCell = 12.5;
constexpr qreal verticalPadding = 2.5;

} // namespace

TableLayout::TableLayout(const Report::Table &table, const Typesetter &typesetter, qreal width)
    : m_table(table), m_typesetter(typesetter), m_width(width)
{
    const Theme theme(Theme::Kind::Light);
    m_headingStyle = {8, Weight::SemiBold, theme.color("text2"), lineOfCell / 8};
    m_cellStyle = {8, Weight::Regular, theme.color("text"), lineOfCell / 8};
    measureColumns();
    measureRows();
}

/// Numbers keep the width they need; what is missing is taken from the text columns in proportion,
/// which then break lines; what is left over is spread over all.
void TableLayout::measureColumns()
{
    const int columns = int(m_table.headings.size());
    std::vector<qreal> natural(std::size_t(columns), 0);
    std::vector<qreal> longestWord(std::size_t(columns), 0);
    const auto take = [&](int column, const QString &text, const TextStyle &style) {
        const auto c = std::size_t(column);
        natural[c] = std::max(natural[c], m_typesetter.width(text, style) + 2 * cellPadding + 1);
        for (const QString &word : text.split(u' '))
            longestWord[c] =
                std::max(longestWord[c], m_typesetter.width(word, style) + 2 * cellPadding + 1);
    };
    for (int column = 0; column < columns; ++column)
        take(column, m_table.headings[column], m_headingStyle);
    // Measuring is the slow part: of many rows only those with more letters than any before count.
    std::vector<qsizetype> longest(std::size_t(columns), 0);
    for (qsizetype row = 0; row < m_table.rows.size(); ++row) {
        for (int column = 0; column < columns; ++column) {
            const QString text = m_table.rows[row].value(column);
            if (row < 200 || text.size() > longest[std::size_t(column)]) {
                longest[std::size_t(column)] = std::max(longest[std::size_t(column)], text.size());
                take(column, text, m_cellStyle);
            }
        }
    }

    m_columnWidths = natural;
    m_wraps.assign(std::size_t(columns), false);
    const qreal total = std::accumulate(natural.begin(), natural.end(), 0.0);
    if (total <= m_width) {
        const qreal extra = columns > 0 ? (m_width - total) / columns : 0;
        for (qreal &columnWidth : m_columnWidths)
            columnWidth += extra;
        return;
    }
    // Headings of numbers may break between words before text columns shrink.
    for (int column = 0; column < columns; ++column) {
        const auto c = std::size_t(column);
        if (!isNumber(column))
            continue;
        qreal cells = longestWord[c];
        for (qsizetype row = 0; row < std::min<qsizetype>(m_table.rows.size(), 200); ++row)
            cells = std::max(cells, m_typesetter.width(m_table.rows[row].value(column), m_cellStyle)
                                        + 2 * cellPadding + 1);
        m_columnWidths[c] = cells;
    }
    qreal fixed = 0;
    qreal flexible = 0;
    for (int column = 0; column < columns; ++column)
        (isNumber(column) ? fixed : flexible) += m_columnWidths[std::size_t(column)];
    const qreal room = m_width - fixed;
    for (int column = 0; column < columns; ++column) {
        const auto c = std::size_t(column);
        if (flexible > 0 && room > 0.25 * m_width && !isNumber(column))
            m_columnWidths[c] = std::min(1.0, room / flexible) * m_columnWidths[c];
    }
    // A last resort, for more columns than fit: everything shrinks and breaks.
    const qreal sum = std::accumulate(m_columnWidths.begin(), m_columnWidths.end(), 0.0);
    for (qreal &columnWidth : m_columnWidths)
        columnWidth *= m_width / sum;
    for (std::size_t c = 0; c < m_wraps.size(); ++c)
        m_wraps[c] = m_columnWidths[c] < natural[c];
}

void TableLayout::measureRows()
{
    const auto linesOf = [&](int column, const QString &text, const TextStyle &style) {
        if (!m_wraps[std::size_t(column)] || text.isEmpty())
            return 1;
        const auto layout =
            m_typesetter.layOut(text, style, m_columnWidths[std::size_t(column)] - 2 * cellPadding);
        return std::max(1, layout->lineCount());
    };
    int headingLines = 1;
    for (int column = 0; column < m_table.headings.size(); ++column)
        headingLines =
            std::max(headingLines, linesOf(column, m_table.headings[column], m_headingStyle));
    m_headerHeight = headingLines * lineOfCell + 2 * verticalPadding + 1;
    m_rowHeights.reserve(std::size_t(m_table.rows.size()));
    for (const QStringList &row : m_table.rows) {
        int lines = 1;
        for (int column = 0; column < m_table.headings.size(); ++column)
            lines = std::max(lines, linesOf(column, row.value(column), m_cellStyle));
        m_rowHeights.push_back(lines * lineOfCell + 2 * verticalPadding);
    }
}

QRectF TableLayout::cell(int column, qreal top, qreal height) const
{
    qreal left = 0;
    for (int before = 0; before < column; ++before)
        left += m_columnWidths[std::size_t(before)];
    const qreal width = m_columnWidths[std::size_t(column)];
    if (m_typesetter.isRightToLeft())
        left = m_width - left - width;
    return {left + cellPadding, top + verticalPadding, width - 2 * cellPadding,
            height - 2 * verticalPadding};
}

void TableLayout::drawCell(QPainter &painter, QPointF origin, int column, const QString &text,
                           const TextStyle &style, qreal top, qreal height) const
{
    if (text.isEmpty())
        return;
    const QRectF box = cell(column, top, height).translated(origin);
    const Qt::Alignment alignment =
        isNumber(column) ? Qt::AlignRight | Qt::AlignAbsolute : Qt::Alignment(Qt::AlignLeading);
    if (m_wraps[std::size_t(column)])
        m_typesetter.draw(painter, text, style, box, alignment);
    else
        m_typesetter.drawLine(painter, text, style, box, alignment);
}

void TableLayout::draw(QPainter &painter, QPointF origin, int first, int last) const
{
    const Theme theme(Theme::Kind::Light);
    painter.fillRect(QRectF(origin, QSizeF(m_width, m_headerHeight)), theme.color("surface2"));
    for (int column = 0; column < m_table.headings.size(); ++column)
        drawCell(painter, origin, column, m_table.headings[column], m_headingStyle, 0,
                 m_headerHeight);
    qreal top = m_headerHeight;
    const auto rule = [&](const char *token, qreal y) {
        painter.fillRect(QRectF(origin.x(), origin.y() + y - 0.25, m_width, 0.5),
                         theme.color(token));
    };
    rule("borderStrong", top);
    for (int row = first; row < last; ++row) {
        const qreal height = rowHeight(row);
        for (int column = 0; column < m_table.headings.size(); ++column)
            drawCell(painter, origin, column, m_table.rows[row].value(column), m_cellStyle, top,
                     height);
        top += height;
        rule("border", top);
    }
}

} // namespace Print
