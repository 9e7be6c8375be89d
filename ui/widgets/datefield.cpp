#include "ui/widgets/datefield.h"

#include "ui/style/display.h"

#include <QCalendarWidget>

using namespace Qt::StringLiterals;

DateField::DateField(Display &display, QWidget *parent) : QDateEdit(parent), m_display(display)
{
    setCalendarPopup(true);
    setDisplayFormat(u"d MMMM yyyy"_s);
    connect(&display, &Display::changed, this, &DateField::applyDisplay);
    applyDisplay();
}

void DateField::applyDisplay()
{
    setFont(m_display.font(Theme::TextRole::Body));
    setLocale(m_display.format().locale());
    // In right-to-left the field would reverse its sections; the calendar itself is mirrored.
    setLayoutDirection(Qt::LeftToRight);
    setAlignment((m_display.isArabic() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    if (QCalendarWidget *calendar = calendarWidget()) {
        calendar->setLayoutDirection(m_display.direction());
        calendar->setLocale(m_display.format().locale());
        calendar->setFirstDayOfWeek(Qt::Sunday);
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    }
}
