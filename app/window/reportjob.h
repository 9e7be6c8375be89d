#pragma once

#include "app/window/session.h"
#include "models/report/report.h"

#include <QTimer>

#include <memory>

class ReportPrinter;

/// Makes the PDF report beside the window: what it computes on a worker, its pages one at a time on
/// the window's thread, in the report's language whatever the window speaks.
class ReportJob final : public QObject
{
    Q_OBJECT

public:
    ReportJob(Session &session, const Report::ReportOptions &options, const QString &file, Language windowLanguage,
              QObject *parent = nullptr);
    ~ReportJob() override;

    void start();
    void cancel();

signals:
    void finished(const Result<int> &pages);

private:
    void print(const Insights::AnalysisPtr &analysis);
    void paintNext();

    Session &m_session;
    Report::ReportOptions m_options;
    QString m_file;
    Language m_windowLanguage;
    Insights::AnalysisPtr m_analysis;
    std::stop_source m_stop;
    std::unique_ptr<ReportPrinter> m_printer;
    QTimer m_timer;
};
