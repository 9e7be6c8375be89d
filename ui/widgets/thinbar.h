#pragma once

#include <QTimer>
#include <QWidget>

class Display;

/// A thin progress bar filled in reading direction; of unknown length while the fraction is
/// negative.
class ThinBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ThinBar(Display &display, QWidget *parent = nullptr);

    void setFraction(double fraction); ///< 0 to 1; negative: not known
    [[nodiscard]] double fraction() const { return m_fraction; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Display &m_display;
    double m_fraction = -1;
    int m_phase = 0;
    QTimer m_timer;
};
