#include "app/window/windowcontroller.h"

#include "app/window/appearance.h"
#include "ui/dialogs/counted.h"
#include "ui/dialogs/importwizard.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomepage.h"

#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const WorkspaceSettings &settings, const QString &file, Language language)
{
    if (language == Language::Arabic && !settings.nameArabic.isEmpty())
        return settings.nameArabic;
    return settings.nameEnglish.isEmpty() ? QFileInfo(file).completeBaseName() : settings.nameEnglish;
}

} // namespace

void WindowController::renewTexts()
{
    const NumberFormat &format = m_appearance.display().format();
    StatusLine &status = m_window->status();
    m_window->welcome().setThemeChoice(WelcomePage::ThemeChoice(m_appearance.choices().theme));
    m_window->actions()[QLatin1StringView(m_appearance.choices().theme == AppearanceChoices::ThemeChoice::Light
                                              ? "view.themeLight"
                                          : m_appearance.choices().theme == AppearanceChoices::ThemeChoice::Dark
                                              ? "view.themeDark"
                                              : "view.themeSystem")]
        ->setChecked(true);
    if (!m_session.isOpen()) {
        m_window->setWorkspace({}, {}, {});
        status.setData(tr("No workspace open"));
        return;
    }
    const WorkspaceSettings &settings = m_session.settings();
    const Workspace &workspace = *m_session.workspace();
    QString state;
    if (workspace.isReadOnly())
        state = tr("read-only");
    else if (settings.isDemo)
        state = tr("demo");
    const Customers::SnapshotPtr &snapshot = m_session.snapshot();
    const bool hasDays = snapshot && snapshot->extent.isValid();
    m_window->setWorkspace(nameOf(settings, workspace.file(), format.language()), state,
                           hasDays ? tr("Data to %1").arg(format.date(snapshot->extent.until)) : tr("No data yet"));

    if (!m_selection.isEmpty()) {
        status.setData(m_selection);
    } else if (hasDays) {
        const auto purchases = qint64(snapshot->purchases.size());
        const qint64 buyers = snapshot->buyers(); // contacts who never bought are not customers yet
        //: status bar: %1 "12,480 customers", %2 "96,214 transactions", %3 "1 Jan 2022 – 30 Jun 2025"
        status.setData(tr("%1 · %2 · %3")
                           .arg(counted(tr("%n customer(s)", nullptr, int(buyers)), buyers, format),
                                counted(tr("%n transaction(s)", nullptr, int(purchases)), purchases, format),
                                format.dateRange(snapshot->extent)));
    } else {
        status.setData(tr("No data yet"));
    }
    const QString horizon = settings.horizonMonths == 0
        ? tr("lifetime horizon")
        : counted(tr("%n-month horizon", nullptr, settings.horizonMonths), settings.horizonMonths, format);
    //: status bar: %1 the currency, %2 "36-month horizon", %3 the discount rate in percent
    status.setRules(tr("%1 · %2 · %3 discount")
                        .arg(format.currencyName(settings.currency.code), horizon,
                             format.percent(settings.annualDiscountRate)));
    status.setSaved(workspace.isReadOnly()           ? tr("Read-only")
                        : m_session.isImporting()    ? tr("Writing")
                                                     : tr("All changes saved"));
    renewModelAge();
}

void WindowController::renewModelAge()
{
    const Insights::AnalysisPtr &analysis = m_session.analysis();
    if (!m_session.isOpen() || !analysis) {
        m_window->status().setModel({}, true);
        return;
    }
    const NumberFormat &format = m_appearance.display().format();
    const Clv::ClvResult &clv = analysis->clv;
    QString model = tr("Historic mean");
    if (const std::optional<Clv::Model> known = Clv::modelFromName(clv.purchaseFit.model);
        known && clv.strength != Clv::DataStrength::TooThin) {
        model = Clv::modelTitle(*known);
        if (clv.spendFit)
            model += u" + Gamma-Gamma"_s;
    }
    model = NumberFormat::isolate(model);
    const auto minutes = int(m_fitted.elapsed() / 60'000);
    //: status bar: %1 the model's name
    m_window->status().setModel(minutes == 0 ? tr("%1, fitted just now").arg(model)
                                             : counted(tr("%1, fitted %n minute(s) ago", nullptr, minutes), minutes,
                                                       format)
                                                   .arg(model),
                                true);
}

void WindowController::renewWritable()
{
    const bool writable = m_session.isOpen() && !m_session.workspace()->isReadOnly();
    m_window->actions()["data.import"_L1]->setEnabled(writable);
    m_window->actions()["data.export"_L1]->setEnabled(m_session.isOpen());
}

void WindowController::renewRecent()
{
    const QList<RecentFile> recent = RecentFiles::load();
    m_window->welcome().setRecent(recent);
    QMenu &menu = m_window->recentMenu();
    menu.clear();
    for (const RecentFile &entry : recent) {
        QAction *action = menu.addAction(NumberFormat::isolate(QFileInfo(entry.file).fileName()));
        action->setToolTip(entry.file);
        action->setEnabled(QFileInfo::exists(entry.file));
        connect(action, &QAction::triggered, this, [this, file = entry.file] { openFile(file); });
    }
    menu.setEnabled(!recent.isEmpty());
}

void WindowController::rememberWorkspace()
{
    if (!m_session.isOpen())
        return;
    const WorkspaceSettings &settings = m_session.settings();
    RecentFile entry;
    entry.file = QFileInfo(m_session.workspace()->file()).absoluteFilePath();
    entry.nameEnglish = settings.nameEnglish;
    entry.nameArabic = settings.nameArabic;
    entry.currency = settings.currency.code;
    entry.opened = QDateTime::currentDateTime();
    if (const Insights::AnalysisPtr &analysis = m_session.analysis()) {
        entry.customers = analysis->snapshot->buyers();
        entry.equity = analysis->overview.figures.equity;
        const std::vector<double> &trend = analysis->overview.figures.equityTrend;
        for (std::size_t i = trend.size() > 8 ? trend.size() - 8 : 0; i < trend.size(); ++i)
            entry.trend.append(trend[i]);
    }
    RecentFiles::remember(entry);
    renewRecent();
}
