#pragma once

#include <QLabel>

class Display;

/// A small filled label: "good fit", "Wide interval", a count.
class Badge final : public QLabel
{
    Q_OBJECT

public:
    enum class Tone { Neutral, Good, Warn, Bad, Info };

    explicit Badge(Display &display, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }
    /// An icon before the text, such as "check" or "warning"; empty: none.
    void setIconName(const QString &name);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyDisplay();

    Display &m_display;
    Tone m_tone;
    QString m_iconName;
};
