#pragma once

#include <QDateEdit>

class Display;

/// A date with calendar, in words ("30 June 2025") so that no direction can reorder it.
class DateField final : public QDateEdit
{
    Q_OBJECT

public:
    explicit DateField(Display &display, QWidget *parent = nullptr);

private:
    void applyDisplay();

    Display &m_display;
};
