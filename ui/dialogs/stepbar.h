#pragma once

#include <QWidget>

class Display;

/// Where one is in a wizard: numbered discs and names, done ones ticked.
class StepBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StepBar(Display &display, QWidget *parent = nullptr);

    void setSteps(const QStringList &names);
    void setCurrent(int step);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void renewAccessibleName();

    Display &m_display;
    QStringList m_names;
    int m_current = 0;
};
