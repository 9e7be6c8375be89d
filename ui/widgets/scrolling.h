#pragma once

class QScrollArea;
class QWidget;

/// Makes \a content scroll up and down within \a area, which has neither frame nor ground of its own.
void scrollWithin(QScrollArea &area, QWidget *content);
