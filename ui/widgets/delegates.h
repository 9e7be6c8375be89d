#pragma once

#include <QStyledItemDelegate>

class Display;

/// Data roles that the delegates read beside Qt::DisplayRole.
namespace CellRole {
enum {
    Low = Qt::UserRole + 100, ///< double: lower end of the interval
    High,                     ///< double: upper end
    Value,                    ///< double: the value itself
    ScaleFrom,                ///< double: left end of the column's common scale
    ScaleUntil,               ///< double
    Strong                    ///< bool: semibold
};
}

/// A number, right-aligned in both directions, its Arabic-Indic digits in equal cells so that units
/// line up. Reads Qt::DisplayRole (formatted text) and CellRole::Strong.
class NumberDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NumberDelegate(Display &display, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// Draws \a text right-aligned in \a rect with digits in equal cells.
    static void paintNumber(QPainter &painter, const QRectF &rect, const QString &text,
                            const QColor &color);
    static double numberWidth(const QFont &font, const QString &text);

protected:
    [[nodiscard]] Display &display() const { return m_display; }

private:
    Display &m_display;
};

/// P(alive): a short bar and the number. Below 0.5 in the colour of leaving. Reads CellRole::Value,
/// Qt::DisplayRole.
class AliveDelegate final : public NumberDelegate
{
    Q_OBJECT

public:
    using NumberDelegate::NumberDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

/// The interval of a value on the column's common scale. Reads Low, Value, High, ScaleFrom,
/// ScaleUntil.
class IntervalDelegate final : public NumberDelegate
{
    Q_OBJECT

public:
    using NumberDelegate::NumberDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};
