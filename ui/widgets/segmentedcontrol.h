#pragma once

#include <QWidget>

class Display;
class QButtonGroup;
class QHBoxLayout;

/// Two to five exclusive choices in one bordered strip, such as Linear | Log. Arrow keys move the
/// choice.
class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(Display &display, QWidget *parent = nullptr);

    /// Sets the words; the choice stays when the number of segments does.
    void setSegments(const QStringList &texts);
    [[nodiscard]] int count() const;
    [[nodiscard]] int current() const;
    void setCurrent(int index); ///< without signal
    void setSegmentEnabled(int index, bool enabled, const QString &reason = {});

signals:
    void chosen(int index); ///< by the user

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyDisplay();

    Display &m_display;
    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
};
