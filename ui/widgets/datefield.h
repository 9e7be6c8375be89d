#pragma once

#include <QDateEdit>

class Display;

/// A date with calendar, in words ("30 June 2025") so that no direction can reorder it.
class DateField final : public QDateEdit
{
    Q_OBJECT

public:
    explicit DateField(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QDateTime dateTimeFromText(const QString &text) const override;
    [[nodiscard]] QString textFromDateTime(const QDateTime &dateTime) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyDisplay();

    Display &m_display;
    bool m_applying = false;
};
