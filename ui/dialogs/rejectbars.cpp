#include "ui/dialogs/rejectbars.h"

#include "ui/style/display.h"
#include "ui/widgets/delegates.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// What is wrong without the remedy, which the rows below say.
QString reasonAlone(const QString &reason)
{
    const QString whole = Import::rejectReasonText(reason);
    const qsizetype end = whole.indexOf(u". "_s);
    return end > 0 ? whole.left(end) : whole;
}

} // namespace

RejectBars::RejectBars(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
}

void RejectBars::setGroups(const QList<Import::RejectGroup> &groups, qint64 total)
{
    m_groups = groups;
    m_total = std::max<qint64>(1, total);
    setMinimumHeight(int(groups.size()) * 30 + 6);
    QStringList spoken;
    for (const Import::RejectGroup &group : groups)
        spoken.append(Import::rejectReasonText(group.reason) + u": "_s + m_display.format().integer(group.count));
    setAccessibleDescription(spoken.join(u"; "_s));
    update();
}

void RejectBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const NumberFormat &format = m_display.format();
    const int words = std::min(420, width() * 2 / 5);
    const int track = std::max(20, width() - words - 160);
    const qint64 most = m_groups.isEmpty() ? 1 : m_groups.first().count;
    const auto place = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    for (int i = 0; i < m_groups.size(); ++i) {
        const Import::RejectGroup &group = m_groups[i];
        const int y = i * 30;
        painter.setFont(m_display.font(Theme::TextRole::Body));
        painter.setPen(m_display.color("text"));
        const QRect text = place({0, y, words - 12, 30});
        painter.drawText(text, Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute,
                         painter.fontMetrics().elidedText(reasonAlone(group.reason), Qt::ElideRight, text.width()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_display.theme().category(Theme::Vermilion));
        painter.drawRoundedRect(place({words, y + 9, std::max(3, int(double(track) * double(group.count) / double(most))), 12}), 2, 2);
        painter.setFont(m_display.font(Theme::TextRole::CardTitle));
        NumberDelegate::paintNumber(painter, place({width() - 150, y, 80, 30}), format.integer(group.count), m_display.color("text"));
        painter.setFont(m_display.font(Theme::TextRole::Table));
        NumberDelegate::paintNumber(painter, place({width() - 66, y, 62, 30}),
                                    format.percent(double(group.count) / double(m_total), 1), m_display.color("text2"));
    }
}
