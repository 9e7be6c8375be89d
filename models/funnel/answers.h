#pragma once

#include "models/core/progress.h"
#include "models/funnel/eventlog.h"

#include <QJsonObject>

/// One function a kind of definition: reads it, evaluates it, and answers in the contract's fields.
namespace Funnel::Answers {

using Answer = Result<QJsonObject>;

Answer funnel(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer compare(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer trend(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer times(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer drivers(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer bins(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer retention(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer growth(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer stickiness(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer paths(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer transitions(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer conversion(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer stageFunnel(const EventLog &log, const QJsonObject &definition, const Progress &progress);
Answer stageTimes(const EventLog &log, const QJsonObject &definition, const Progress &progress);

/// Adds \a sentence as the explanation of an empty result of questions without steps.
void explainNothing(QJsonObject &json, const EventLog &log, bool isEmpty, const QString &sentence);

} // namespace Funnel::Answers
