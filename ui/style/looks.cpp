#include "ui/style/looks.h"

#include <QStyle>
#include <QWidget>

void Looks::set(QWidget *widget, const char *look)
{
    widget->setAttribute(Qt::WA_StyledBackground);
    setProperty(widget, "look", QString::fromLatin1(look));
}

void Looks::setProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}
