#include "ui/widgets/scrolling.h"

#include <QScrollArea>

void scrollWithin(QScrollArea &area, QWidget *content)
{
    area.setFrameShape(QFrame::NoFrame);
    area.setWidgetResizable(true);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area.setFocusPolicy(Qt::NoFocus);
    area.setWidget(content);
    // Whoever holds it paints the ground.
    area.viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}
