#pragma once

#include "models/core/progress.h"

#include <QElapsedTimer>
#include <QWidget>

class Button;
class Display;
class QTimer;
class TextLabel;

/// A running task: its step, rows a second and time left, a thin bar, Cancel. Nothing shows before
/// 0.3 s, the words and Cancel after 1 s, as the design asks.
class ProgressStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(Display &display, QWidget *parent = nullptr);

    void start(const QString &task); ///< "Fitting Pareto/NBD"
    void showProgress(const ProgressReport &report);
    void finish(); ///< hides
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Show at once, without waiting (a dialog's own page of progress).
    void setPatient(bool patient) { m_patient = patient; }
    void setCancellable(bool cancellable);

signals:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void renewTexts();
    void renewVisibility();

    Display &m_display;
    TextLabel *m_task;
    TextLabel *m_estimate;
    QWidget *m_bar;
    Button *m_cancel;
    QTimer *m_timer;
    QElapsedTimer m_clock;
    QString m_name;
    ProgressReport m_report;
    bool m_running = false;
    bool m_patient = true;
    bool m_cancellable = true;
    bool m_cancelling = false;
};
