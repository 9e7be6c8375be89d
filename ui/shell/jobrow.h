#pragma once

#include "models/core/progress.h"

#include <QFrame>

class Display;
class ProgressStrip;

/// The running job in a small card that floats above the status line, so that nothing moves when
/// work begins or ends.
class JobRow final : public QFrame
{
    Q_OBJECT

public:
    JobRow(Display &display, QWidget *parent);

    void start(const QString &task);
    void showProgress(const ProgressReport &report);
    void finish();
    void setCancellable(bool cancellable);

signals:
    void cancelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    Display &m_display;
    ProgressStrip *m_strip;
};
