#pragma once

#include <QStyledItemDelegate>

class Display;

/// Marks the cell at fault of a rejected row (RejectedRowsModel::FaultyRole); an empty one says so.
class FaultDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FaultDelegate(Display &display, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Display &m_display;
};
