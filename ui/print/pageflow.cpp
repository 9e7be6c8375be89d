#include "ui/print/pageflow.h"

namespace Print {

void PageFlow::newPage()
{
    m_pages.emplace_back();
    m_y = top;
}

void PageFlow::require(qreal height)
{
    if (m_pages.empty() || (height > remaining() && !isAtTop()))
        newPage();
}

void PageFlow::gap(qreal height)
{
    if (!isAtTop())
        m_y += height;
}

} // namespace Print
