// What the pages of the wizard choose, and what becomes of the plan.

#include "ui/dialogs/importwizard.h"

#include "models/import/columnmatcher.h"
#include "ui/dialogs/importcheckpage.h"
#include "ui/dialogs/importformatpage.h"
#include "ui/dialogs/importmappage.h"
#include "ui/dialogs/importrunpage.h"
#include "ui/dialogs/importsourcepage.h"
#include "ui/dialogs/latestjob.h"
#include "ui/widgets/button.h"

#include <QComboBox>

using namespace Qt::StringLiterals;
using Target = Import::ColumnPlan::Target;

void ImportWizard::connectPages()
{
    connect(m_source, &ImportSourcePage::filesWanted, this, &ImportWizard::filesWanted);
    connect(m_source, &ImportSourcePage::filesGiven, this, &ImportWizard::addFiles);
    connect(m_source, &ImportSourcePage::pasteWanted, this, &ImportWizard::pasteWanted);
    connect(m_source, &ImportSourcePage::fileRemoved, this, [this](int index) {
        m_sources.removeAt(index);
        m_source->setSources(m_sources);
        startFile(m_sources.isEmpty() ? -1 : 0);
    });
    connect(m_otherFile, &Button::clicked, this, [this] {
        goTo(Source);
        m_replacesFile = true;
        emit filesWanted();
    });
    connect(m_format, &ImportFormatPage::sheetChosen, this, [this](const QString &sheet) {
        m_hints.sheet = sheet;
        m_hints.mapping.clear(); // another sheet has other headings
        replan();
    });
    connect(m_format, &ImportFormatPage::encodingChosen, this, [this](const QString &encoding) {
        m_hints.encoding = encoding;
        replan();
    });
    connect(m_format, &ImportFormatPage::delimiterChosen, this, [this](char delimiter) {
        m_hints.delimiter = delimiter;
        replan();
    });
    connect(m_format, &ImportFormatPage::headerChosen, this, [this](bool hasHeader) {
        m_hints.hasHeader = hasHeader;
        replan();
    });
    connect(m_format, &ImportFormatPage::dateOrderChosen, this, [this](Import::DateOrder order) {
        m_hints.dateOrder = order;
        m_plan->setDateOrder(order);
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::calendarChosen, this, [this](Import::DateStyle::Calendar calendar) {
        m_hints.calendar = calendar;
        m_plan->setCalendar(calendar);
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::wholePeriodsChosen, this, [this](bool count) {
        m_hints.wholePeriods = count;
        m_plan->setWholePeriods(count);
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::timeZoneChosen, this, [this](const QString &zone) {
        m_hints.timeZone = zone;
        m_plan->timeZone = zone;
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::decimalChosen, this, [this](char decimal) {
        for (Import::ColumnPlan &column : m_plan->columns)
            column.numbers.decimal = decimal;
        keepChoices();
        showPlan();
    });
    connect(m_format, &ImportFormatPage::currencyChosen, this, [this](const QString &code) {
        m_hints.currency = code;
        m_plan->currency = code;
        keepChoices();
        showPlan();
    });
    connect(m_map, &ImportMapPage::formatWanted, this, [this] { goTo(Format); });
    connect(m_map, &ImportMapPage::targetChosen, this, &ImportWizard::setTarget);
    connect(m_map, &ImportMapPage::presetChosen, this, [this](const QString &preset) {
        m_mapping.clear();
        m_hasChosenPreset = true;
        m_hints.choices = {};
        m_hints.preset = preset;
        m_hints.mapping.clear();
        m_ignorePreset = preset.isEmpty();
        if (m_ignorePreset) {
            // Without a mapping the planner would recognise the preset again.
            QStringList headings;
            for (const Import::ColumnPlan &column : m_plan->columns)
                headings.append(column.heading);
            const QStringList fields = Import::matchColumns(m_plan->kind, headings);
            for (qsizetype i = 0; i < headings.size(); ++i)
                m_hints.mapping.insert(headings[i], fields[i]);
        }
        replan();
    });
    connect(m_map, &ImportMapPage::cleared, this, [this] {
        for (Import::ColumnPlan &column : m_plan->columns)
            column.target = Target::Ignore;
        showPlan();
    });
    connect(m_check, &ImportCheckPage::planEdited, this, [this](const Import::ImportPlan &plan) {
        const bool otherColumns = m_plan->columns != plan.columns;
        *m_plan = plan;
        keepChoices();
        showPlan();
        if (otherColumns)
            lookAtColumns();
    });
    connect(m_looking, &LatestJob::progressed, m_check,
            [this](const ProgressReport &report) { m_check->setReportProgress(report.fraction); });
    connect(m_map, &ImportMapPage::mappingChosen, this, &ImportWizard::useMapping);
    connect(m_map, &ImportMapPage::saveRequested, this, &ImportWizard::saveMapping);
    connect(m_map, &ImportMapPage::mappingRemoved, this, [this](const QString &name) {
        if (m_mapping == u"saved:"_s + name)
            m_mapping.clear();
        changeMappings([name](const Workspace &workspace) { return Import::removeMapping(workspace, name); });
    });
    connect(m_check, &ImportCheckPage::dryRunRequested, this, [this] {
        Import::ImportPlan plan = *m_plan;
        plan.dryRun = true;
        m_isImporting = true;
        m_isDryRun = true;
        m_trouble.reset();
        m_check->setChecking(true);
        renewButtons();
        emit importRequested(plan);
    });
    connect(m_run, &ImportRunPage::cancelRequested, this, &ImportWizard::cancelRequested);
    connect(m_run, &ImportRunPage::saveRejectsRequested, this, [this] {
        if (m_run->outcome())
            emit saveRejectsRequested(*m_run->outcome());
    });
    connect(m_kindChoice, &QComboBox::activated, this, [this](int at) {
        m_kind = Import::allKinds()[at];
        m_hints.preset.clear();
        m_hints.mapping.clear();
        m_hints.choices = {};
        m_ignorePreset = false;
        m_mapping.clear();
        m_hasChosenPreset = true;
        replan();
    });
    connect(m_cancelButton, &Button::clicked, this, &ImportWizard::cancel);
    connect(m_backButton, &Button::clicked, this, &ImportWizard::back);
    connect(m_nextButton, &Button::clicked, this, &ImportWizard::next);
}
