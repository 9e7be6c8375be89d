#pragma once

#include "models/health/health.h"
#include "ui/widgets/delegates.h"

#include <QStyledItemDelegate>

/// How the tables of data health paint their cells.
namespace HealthDelegates {

[[nodiscard]] const char *tokenOf(Health::Severity severity); ///< "bad", "warn" or "text3"

/// The weight of a finding: an icon and a word, never the colour alone.
class SeverityDelegate final : public QStyledItemDelegate
{
public:
    SeverityDelegate(Display &display, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Display &m_display;
};

/// The cell that a finding is about, on the ground of errors: a number,
class MarkDelegate final : public NumberDelegate
{
public:
    using NumberDelegate::NumberDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
/// or a text.
class MarkTextDelegate final : public QStyledItemDelegate
{
public:
    MarkTextDelegate(Display &display, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Display &m_display;
};

/// How much is filled: a bar beside the number, in the direction of reading.
class FilledDelegate final : public NumberDelegate
{
public:
    using NumberDelegate::NumberDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace HealthDelegates
