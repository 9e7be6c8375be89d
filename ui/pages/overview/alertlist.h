#pragma once

#include "models/insights/overview.h"

#include <QWidget>

class Display;
class QVBoxLayout;

/// What needs attention, one row a finding: level, title, sentence, and the page to go to.
class AlertList final : public QWidget
{
    Q_OBJECT

public:
    explicit AlertList(Display &display, QWidget *parent = nullptr);

    void setAlerts(const QList<Insights::Alert> &alerts);

signals:
    void pageRequested(const QString &page);

private:
    [[nodiscard]] QWidget *makeRow(const Insights::Alert &alert);

    Display &m_display;
    QVBoxLayout *m_rows;
};
