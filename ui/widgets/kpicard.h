#pragma once

#include "ui/widgets/deltalabel.h"

#include <QFrame>

class Badge;
class InfoButton;
class KpiGraphic;
class TextLabel;

/// A key figure: title and explanation, value and unit, a small graphic, and a change or a note.
/// The whole tile is a button: a click, Enter or Space opens the screen behind the figure.
class KpiCard final : public QFrame
{
    Q_OBJECT

public:
    explicit KpiCard(Display &display, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setExplanation(const QString &text); ///< behind the info button
    /// \a value large ("48.67"), \a unit small behind it ("SAR M"). An empty value shows "–".
    void setValue(const QString &value, const QString &unit = {});
    [[nodiscard]] KpiGraphic *graphic() const { return m_graphic; }
    [[nodiscard]] DeltaLabel *delta() const { return m_delta; } ///< the last line: change or note
    /// Beside the number in amber when the data are weak, such as "Wide interval"; empty hides it.
    void setWeakData(const QString &text, const QString &reason = {});
    void setBusy(bool busy); ///< dims to 60 %
    [[nodiscard]] InfoButton *infoButton() const { return m_info; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString valueText() const; ///< "48.67 SAR M", as shown

signals:
    void clicked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void renewHeights();
    void renewAccessibleText();

    Display &m_display;
    TextLabel *m_title;
    InfoButton *m_info;
    TextLabel *m_value;
    TextLabel *m_unit;
    Badge *m_weak;
    KpiGraphic *m_graphic;
    DeltaLabel *m_delta;
};
