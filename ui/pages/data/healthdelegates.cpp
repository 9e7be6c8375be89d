#include "ui/pages/data/healthdelegates.h"

#include "models/health/factrowsmodel.h"
#include "models/health/findingsmodel.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;
using Findings = Health::FindingsModel;
using Fields = Health::FieldsModel;
using Health::Severity;

namespace HealthDelegates {

const char *tokenOf(Severity severity)
{
    switch (severity) {
    case Severity::Problem: return "bad";
    case Severity::Warning: return "warn";
    case Severity::Note: return "text3";
    }
    return "text3";
}

SeverityDelegate::SeverityDelegate(Display &display, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_display(display)
{
}

void SeverityDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto severity = Severity(index.data(Findings::SeverityRole).toInt());
    const QString icon = severity == Severity::Problem ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"info"_s;
    option->icon = Icons::icon(icon, m_display, tokenOf(severity));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {16, 16};
}

void MarkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(Health::FactRowsModel::MarkedRole).toBool())
        painter->fillRect(option.rect, display().color("badBg"));
    NumberDelegate::paint(painter, option, index);
}

MarkTextDelegate::MarkTextDelegate(Display &display, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_display(display)
{
}

void MarkTextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(Health::FactRowsModel::MarkedRole).toBool())
        painter->fillRect(option.rect, m_display.color("badBg"));
    QStyledItemDelegate::paint(painter, option, index);
}

void FilledDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    NumberDelegate::paint(painter, option, index);
    const double share = index.data(Fields::ShareRole).toDouble();
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const QRect track(option.rect.left() + 10, option.rect.center().y() - 2, std::max(0, option.rect.width() - 90), 5);
    const QRect place = QStyle::visualRect(Qt::LeftToRight, option.rect, track);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(display().color("mute2"));
    painter->drawRoundedRect(place, 2, 2);
    QRect filled = place;
    const int width = int(double(place.width()) * share);
    if (rightToLeft)
        filled.setLeft(place.right() - width + 1);
    else
        filled.setWidth(width);
    if (width > 0) {
        painter->setBrush(display().color(share >= 0.5 ? "primary" : "warn"));
        painter->drawRoundedRect(filled, 2, 2);
    }
    painter->restore();
}

} // namespace HealthDelegates
