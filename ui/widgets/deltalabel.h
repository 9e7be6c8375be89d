#pragma once

#include <QWidget>

class Display;

/// A change against something: a painted triangle, the number in the colour of better or worse, and
/// what it is compared with: "▲ 5.6 % vs Q1 2025". The triangle points up for a rise, whatever that
/// means.
class DeltaLabel final : public QWidget
{
    Q_OBJECT

public:
    enum class Direction { None, Up, Down };
    enum class Tone { Good, Bad, Neutral };

    explicit DeltaLabel(Display &display, QWidget *parent = nullptr);

    /// \a value as text without sign ("5.6 %"), \a note after it ("vs Q1 2025"); both may be empty.
    void setDelta(Direction direction, Tone tone, const QString &value, const QString &note = {});
    /// A change that is better when it rises; zero has no triangle.
    void setChange(double change, const QString &value, const QString &note = {});
    /// Only a note, without a change.
    void setNote(const QString &note);
    void clear();
    [[nodiscard]] QString text() const; ///< as a screen reader says it

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void renew();

    Display &m_display;
    Direction m_direction = Direction::None;
    Tone m_tone = Tone::Neutral;
    QString m_value;
    QString m_note;
};
