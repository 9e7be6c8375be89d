#pragma once

#include "models/core/progress.h"

#include <QFrame>

class Button;
class Display;
class TextLabel;
class ThinBar;

/// The line below everything: extent of the data or the selection, model and age, the running task,
/// saved state, the workspace's rules, language.
class StatusLine final : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(Display &display, QWidget *parent = nullptr);

    void setData(const QString &text);       ///< "12,480 customers · …", or what is selected
    void setModel(const QString &text, bool current);
    void setSaved(const QString &text);
    void setRules(const QString &text);      ///< "SAR · 36-month horizon · 10 % discount"
    void setTask(const QString &title);
    void setTaskProgress(const ProgressReport &report);
    void setTaskCancellable(bool cancellable);
    void clearTask();

signals:
    void cancelRequested();
    void languageRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void renewTask();

    Display &m_display;
    TextLabel *m_data;
    QWidget *m_dot;
    TextLabel *m_model;
    QWidget *m_task;
    TextLabel *m_taskText;
    ThinBar *m_bar;
    Button *m_cancel;
    TextLabel *m_saved;
    TextLabel *m_rules;
    Button *m_language;
    QList<QWidget *> m_lines;
    QString m_title;
    ProgressReport m_report;
};
