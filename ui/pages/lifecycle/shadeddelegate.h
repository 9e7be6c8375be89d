#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

class Display;

/// A cell of the breakdown: filled on the diverging scale where it differs from all, its text in
/// whichever of black and white is easier to read there.
class ShadedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ShadedDelegate(Display &display, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    Display &m_display;
};

/// What the shades mean: "lower ▭▭▭▭▭ higher than all".
class ShadeLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit ShadeLegend(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Display &m_display;
};
