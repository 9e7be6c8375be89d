#include "ui/pages/data/duplicatespanel.h"

#include "ui/dialogs/latestjob.h"
#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressstrip.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Model = Health::DuplicatesModel;
using Health::DuplicateGroup;

namespace {
enum MemberColumn { KeepColumn, ReferenceColumn, NameColumn, EmailColumn, PhoneColumn, CityColumn, FactsColumn, MemberColumnCount };
}

DuplicatesPanel::DuplicatesPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_model(new Model(this))
    , m_finding(new LatestJob(this))
    , m_progress(new ProgressStrip(display, this))
    , m_groupCard(new Card(display, this))
    , m_stack(new QStackedWidget(m_groupCard))
    , m_table(new QTableView(m_stack))
    , m_none(new EmptyState(display, u"check"_s, m_stack))
    , m_mergeCertain(new Button(display, Button::Kind::Default, {}, m_groupCard))
    , m_memberCard(new Card(display, this))
    , m_members(new QTableWidget(m_memberCard))
    , m_merge(new Button(display, Button::Kind::Primary, {}, m_memberCard))
    , m_distinct(new Button(display, Button::Kind::Default, {}, m_memberCard))
{
    setObjectName(u"duplicatesPanel"_s);
    m_table->setObjectName(u"duplicateTable"_s);
    m_members->setObjectName(u"memberTable"_s);
    m_merge->setObjectName(u"mergeButton"_s);
    m_mergeCertain->setObjectName(u"mergeCertainButton"_s);
    m_distinct->setObjectName(u"distinctButton"_s);
    m_progress->hide();
    Tables::prepare(*m_table, *m_model);
    Tables::enableCopy(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const int widths[] = {300, 90, 380, 120};
    for (int column = 0; column < Model::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setItemDelegateForColumn(Model::MembersColumn, new NumberDelegate(display, this));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    m_groupCard->addHeaderWidget(m_mergeCertain);
    m_groupCard->setBody(m_stack);

    m_members->setColumnCount(MemberColumnCount);
    m_members->setShowGrid(false);
    m_members->setWordWrap(false);
    m_members->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_members->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_members->setSelectionMode(QAbstractItemView::SingleSelection);
    m_members->setTabKeyNavigation(false);
    m_members->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_members->verticalHeader()->setDefaultSectionSize(28);
    m_members->verticalHeader()->hide();
    m_members->horizontalHeader()->setHighlightSections(false);
    m_members->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const int memberWidths[] = {110, 130, 210, 230, 150, 120, 110};
    for (int column = 0; column < MemberColumnCount; ++column)
        m_members->setColumnWidth(column, memberWidths[column]);
    m_members->horizontalHeader()->setStretchLastSection(true);
    m_members->setItemDelegateForColumn(FactsColumn, new NumberDelegate(display, this));
    m_memberCard->addHeaderWidget(m_distinct);
    m_memberCard->addHeaderWidget(m_merge);
    m_memberCard->setBody(m_members);
    m_memberCard->setMaximumHeight(260);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_progress);
    layout->addWidget(m_groupCard, 1);
    layout->addWidget(m_memberCard);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DuplicatesPanel::renewMembers);
    connect(m_members, &QTableWidget::itemSelectionChanged, this, &DuplicatesPanel::renewFates);
    connect(m_members, &QTableWidget::cellDoubleClicked, this, [this](int row) {
        if (const DuplicateGroup *group = chosen())
            emit customerChosen(group->members[row].id);
    });
    connect(m_merge, &Button::clicked, this, &DuplicatesPanel::mergeChosen);
    connect(m_mergeCertain, &Button::clicked, this, &DuplicatesPanel::mergeCertain);
    connect(m_distinct, &Button::clicked, this, [this] {
        if (const DuplicateGroup *group = chosen())
            emit distinctRequested(Health::distinctKey(*group));
    });
    connect(m_finding, &LatestJob::progressed, m_progress, &ProgressStrip::showProgress);
    connect(m_progress, &ProgressStrip::cancelRequested, this, [this] {
        m_finding->cancel();
        m_progress->finish();
        m_groupCard->setBusy(false);
    });
    connect(&display, &Display::changed, this, [this] {
        m_model->setNumberFormat(m_display.format());
        renewMembers();
        renewTexts();
    });
    m_model->setNumberFormat(display.format());
    retranslate();
}

void DuplicatesPanel::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_finding->cancel();
    m_progress->finish();
    m_workspace = workspace;
    m_snapshot.reset();
    m_isCurrent = false;
    m_model->setGroups({});
    renewMembers();
    renewTexts();
}

void DuplicatesPanel::setSnapshot(const Customers::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    reload();
}

void DuplicatesPanel::reload()
{
    m_isCurrent = false;
    if (isVisible())
        find();
}

void DuplicatesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isCurrent && !m_finding->isRunning())
        find();
}

void DuplicatesPanel::find()
{
    if (!m_workspace || !m_snapshot)
        return;
    m_groupCard->setBusy(true);
    m_progress->start(tr("Looking for duplicate customers"));
    m_finding->start(
        [workspace = m_workspace, snapshot = m_snapshot](const Progress &progress) {
            return Health::findDuplicates(*workspace, *snapshot, {}, progress);
        },
        [this](const Result<QList<DuplicateGroup>> &groups) {
            m_progress->finish();
            m_groupCard->setBusy(false);
            if (!groups) {
                if (groups.error().kind != Error::Kind::Cancelled)
                    emit failed(groups.error());
                return;
            }
            m_isCurrent = true;
            m_model->setGroups(*groups);
            renewTexts();
            if (!groups->isEmpty())
                Tables::chooseRow(*m_table, 0);
            renewMembers();
            emit searched(int(groups->size()));
        });
}

const DuplicateGroup *DuplicatesPanel::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->group(rows.first().row());
}

void DuplicatesPanel::renewMembers()
{
    const DuplicateGroup *group = chosen();
    const int kept = m_members->currentRow();
    m_members->setRowCount(group ? int(group->members.size()) : 0);
    for (int row = 0; row < m_members->rowCount(); ++row) {
        const DuplicateGroup::Member &member = group->members[row];
        const QString cells[] = {QString(), member.reference, member.name, member.email, member.phone, member.city};
        for (int column = 0; column < FactsColumn; ++column) {
            auto *item = new QTableWidgetItem(cells[column].isEmpty() ? QString() : NumberFormat::isolate(cells[column]));
            item->setToolTip(cells[column]);
            m_members->setItem(row, column, item);
        }
        auto *facts = new QTableWidgetItem(m_display.format().integer(member.facts));
        facts->setTextAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
        m_members->setItem(row, FactsColumn, facts);
    }
    if (group)
        Tables::chooseRow(*m_members, group->members.first().id == m_shownGroup ? std::clamp(kept, 0, m_members->rowCount() - 1) : 0);
    m_shownGroup = group ? group->members.first().id : CustomerId();
    renewFates(); // the selection may be the same, the items are not
}

/// What becomes of each entry.
void DuplicatesPanel::renewFates()
{
    for (int row = 0; row < m_members->rowCount(); ++row) {
        if (QTableWidgetItem *item = m_members->item(row, KeepColumn))
            item->setText(m_members->selectionModel()->isRowSelected(row, {}) ? tr("stays") : tr("is merged"));
    }
    renewButtons();
}

void DuplicatesPanel::renewButtons()
{
    const DuplicateGroup *group = chosen();
    const bool can = group && m_members->currentRow() >= 0 && isWritable();
    m_merge->setEnabled(can);
    m_distinct->setEnabled(group && isWritable());
    qint64 certain = 0;
    for (const DuplicateGroup &each : m_model->groups())
        certain += each.isCertain() ? 1 : 0;
    m_mergeCertain->setEnabled(certain > 0 && isWritable());
    m_mergeCertain->setText(m_display.format().counted(tr("Merge %n certain group(s)", nullptr, int(certain)), certain));
    m_mergeCertain->setVisible(certain > 0);
}

void DuplicatesPanel::mergeChosen()
{
    const DuplicateGroup *group = chosen();
    const int kept = m_members->currentRow();
    if (!group || kept < 0 || kept >= group->members.size())
        return;
    Health::Merge merge{group->members[kept].id, {}};
    for (qsizetype i = 0; i < group->members.size(); ++i) {
        if (i != kept)
            merge.remove.append(group->members[i].id);
    }
    const DuplicateGroup::Member &member = group->members[kept];
    const NumberFormat &format = m_display.format();
    const auto others = merge.remove.size();
    //: a question: %1 the customer that stays
    emit mergeRequested({merge}, format.counted(tr("%n further entry(s) will be merged into %1.", nullptr, int(others)), others)
                                     .arg(NumberFormat::isolate(member.name.isEmpty() ? member.reference : member.name)));
}

void DuplicatesPanel::mergeCertain()
{
    QList<Health::Merge> merges;
    qint64 entries = 0;
    for (const DuplicateGroup &group : m_model->groups()) {
        if (!group.isCertain())
            continue;
        Health::Merge merge{group.members.first().id, {}};
        for (const DuplicateGroup::Member &member : group.members.mid(1))
            merge.remove.append(member.id);
        entries += merge.remove.size();
        merges.append(merge);
    }
    const NumberFormat &format = m_display.format();
    emit mergeRequested(merges, format.counted(tr("%n entry(s) with the same e-mail or phone will be merged, each into the one with most purchases and events.",
                                                  nullptr, int(entries)),
                                               entries));
}

void DuplicatesPanel::renewTexts()
{
    const NumberFormat &format = m_display.format();
    const int groups = m_model->rowCount();
    m_groupCard->setTitle(tr("Customers that may be entered twice"));
    m_groupCard->setSubtitle(m_isCurrent ? format.counted(tr("%n group(s)", nullptr, groups), groups) : QString());
    m_stack->setCurrentIndex(m_isCurrent && groups == 0 ? 1 : 0);
    m_memberCard->setVisible(groups > 0);
    renewButtons();
}

void DuplicatesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DuplicatesPanel::retranslate()
{
    m_memberCard->setTitle(tr("Entries of this group"));
    m_memberCard->setSubtitle(tr("the selected one stays and takes purchases, events and missing values of the others"));
    m_merge->setText(tr("Merge into the selected one"));
    m_distinct->setText(tr("These are different customers"));
    m_none->setTexts(tr("No duplicates found"), tr("No two customers share an e-mail address, a phone number, or a like name in one city."));
    m_table->setAccessibleName(tr("Customers that may be entered twice"));
    m_members->setAccessibleName(tr("Entries of this group"));
    m_members->setHorizontalHeaderLabels({tr("What happens"), tr("Customer ID"), tr("Name"), tr("E-mail"), tr("Phone"), tr("City"), tr("Purchases and events")});
    m_members->horizontalHeaderItem(FactsColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    m_model->retranslate();
    renewMembers();
    renewTexts();
}
