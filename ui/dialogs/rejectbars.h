#pragma once

#include "models/import/importjob.h"

#include <QWidget>

class Display;

/// Reasons with a bar each, longest first; mirrored in right-to-left.
class RejectBars final : public QWidget
{
    Q_OBJECT

public:
    explicit RejectBars(Display &display, QWidget *parent = nullptr);

    void setGroups(const QList<Import::RejectGroup> &groups, qint64 total);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Display &m_display;
    QList<Import::RejectGroup> m_groups;
    qint64 m_total = 1;
};
