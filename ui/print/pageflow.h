#pragma once

#include "ui/print/sheet.h"

#include <functional>
#include <vector>

namespace Print {

/// Distributes blocks over pages from top to bottom. Laying out comes first, painting later page by
/// page, because the cover names page numbers and every page says how many there are.
class PageFlow
{
public:
    using Paint = std::function<void(QPainter &)>;

    static constexpr qreal top = margin + 26;
    static constexpr qreal bottom = sheetHeight - margin - 22;

    /// Begins the next page.
    void newPage();
    /// Begins the next page unless \a height more points fit on this one.
    void require(qreal height);
    [[nodiscard]] qreal remaining() const { return bottom - m_y; }
    [[nodiscard]] bool isAtTop() const { return m_y <= top; }
    [[nodiscard]] qreal y() const { return m_y; }
    void skip(qreal height) { m_y += height; }
    /// Space before a block, left out at the top of a page.
    void gap(qreal height);
    void add(Paint paint) { m_pages.back().push_back(std::move(paint)); }
    /// 0-based index of the page being filled.
    [[nodiscard]] int page() const { return int(m_pages.size()) - 1; }
    [[nodiscard]] int pages() const { return int(m_pages.size()); }
    [[nodiscard]] const std::vector<Paint> &itemsOf(int page) const
    {
        return m_pages[std::size_t(page)];
    }

private:
    std::vector<std::vector<Paint>> m_pages;
    qreal m_y = top;
};

} // namespace Print
