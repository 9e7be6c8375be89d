#include "ui/dialogs/faultdelegate.h"

#include "models/import/rejectedrowsmodel.h"
#include "ui/style/display.h"

#include <QPainter>

FaultDelegate::FaultDelegate(Display &display, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_display(display)
{
}

void FaultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(Import::RejectedRowsModel::FaultyRole).toBool()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    painter->fillRect(option.rect, m_display.color("badBg"));
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(m_display.color("bad"));
    const QString text = index.data().toString();
    const QRect box = option.rect.adjusted(6, 0, -6, 0);
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(text.isEmpty() ? tr("empty") : text, Qt::ElideRight, box.width()));
    painter->restore();
}
