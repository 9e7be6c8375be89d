#include "ui/pages/lifecycle/lifecyclepage.h"

#include "ui/dialogs/segmentdialog.h"
#include "ui/pages/lifecycle/cohortstab.h"
#include "ui/pages/lifecycle/contactsdialog.h"
#include "ui/pages/lifecycle/funnelstab.h"
#include "ui/pages/lifecycle/funneltab.h"
#include "ui/pages/lifecycle/journeytab.h"
#include "ui/pages/lifecycle/timeinstagetab.h"
#include "ui/pages/lifecycle/handoffstab.h"
#include "ui/pages/lifecycle/segmentsdialog.h"
#include "ui/style/looks.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

LifecyclePage::LifecyclePage(Display &shownBy, QWidget *parent)
    : Page(shownBy, parent)
    , m_bar(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_funnels(new FunnelsTab(shownBy))
    , m_handOffs(new HandOffsTab(shownBy))
    , m_segmentsButton(new Button(shownBy, Button::Kind::Quiet, QStringLiteral("segments")))
{
    m_bar->setObjectName(QStringLiteral("lifecycleTabs"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    auto *strip = new QWidget;
    Looks::set(strip, "tabStrip");
    strip->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(16, 2, 16, 1);
    row->addWidget(m_bar);
    row->addStretch();
    row->addWidget(m_segmentsButton);
    m_segmentsButton->setObjectName(QStringLiteral("savedSegments"));
    m_segmentsButton->setSmall(true);
    connect(m_segmentsButton, &Button::clicked, this, &LifecyclePage::showSegments);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(strip);
    layout->addWidget(m_stack, 1);

    addTab(new FunnelTab(shownBy));
    addTab(m_funnels);
    addTab(new JourneyTab(shownBy));
    addTab(new CohortsTab(shownBy));
    addTab(new TimeInStageTab(shownBy));
    connect(m_funnels, &FunnelsTab::funnelsEdited, this, &LifecyclePage::funnelsEdited);
    connect(m_funnels, &FunnelsTab::draftEdited, this, &LifecyclePage::funnelDraftEdited);
    connect(m_funnels, &FunnelsTab::undoRequested, this, &LifecyclePage::undoRequested);
    connect(m_funnels, &FunnelsTab::redoRequested, this, &LifecyclePage::redoRequested);
    connect(m_handOffs, &HandOffsTab::meddicNotesEdited, this, &LifecyclePage::meddicNotesEdited);
    addTab(m_handOffs);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        emit inspectorChanged();
    });
    retranslate();
}

void LifecyclePage::addTab(LifecycleTab *tab)
{
    m_tabs.append(tab);
    m_stack->addWidget(tab);
    m_bar->addTab(QString());
    connect(tab, &LifecycleTab::customerActivated, this, &Page::customerActivated);
    connect(tab, &LifecycleTab::importRequested, this, &Page::importRequested);
    connect(tab, &LifecycleTab::lifecycleEdited, this, &Page::lifecycleEdited);
    connect(tab, &LifecycleTab::lifecycleQueryEdited, this, &Page::lifecycleQueryEdited);
    connect(tab, &LifecycleTab::inspectorRequested, this, &Page::inspectorRequested);
    connect(tab, &LifecycleTab::selectionChanged, this, &Page::selectionChanged);
    connect(tab, &LifecycleTab::contactsRequested, this, &LifecyclePage::showContacts);
    connect(tab, &LifecycleTab::segmentWanted, this,
            [this](const Segments::Draft &draft) { askForSegment(draft, this); });
}

void LifecyclePage::setDirectory(const CustomerDirectory &directory)
{
    m_directory = directory;
    for (LifecycleTab *tab : std::as_const(m_tabs))
        tab->setDirectory(directory);
}

void LifecyclePage::setFunnels(const QList<Funnel::FunnelQuery> &funnels)
{
    m_funnels->setFunnels(funnels);
}

void LifecyclePage::setFunnelDraft(const Funnel::FunnelQuery &query) { m_funnels->setDraft(query); }

void LifecyclePage::setUndo(const QString &undo, const QString &redo)
{
    m_funnels->setUndo(undo, redo);
}

void LifecyclePage::setSegments(const QList<Segments::Segment> &segments)
{
    m_segments = segments;
    if (auto *dialog = findChild<SegmentsDialog *>())
        dialog->setSegments(segments);
    for (LifecycleTab *tab : std::as_const(m_tabs))
        tab->setSegments(segments);
}

void LifecyclePage::setSegmentSource(const SegmentSource &source)
{
    m_segmentSource = source;
    for (LifecycleTab *tab : std::as_const(m_tabs))
        tab->setSegmentSource(source);
}

void LifecyclePage::showContacts(const CustomerChoice &choice)
{
    // A double click asks twice.
    const ContactsDialog *open = findChild<ContactsDialog *>();
    if ((open && open->isVisible()) || !currentTab()->analysis())
        return;
    auto *dialog =
        new ContactsDialog(display(), choice, currentTab()->analysis(), m_directory, this);
    connect(dialog, &ContactsDialog::customerActivated, this, &Page::customerActivated);
    connect(dialog, &ContactsDialog::segmentWanted, this,
            [this, dialog](const Segments::Draft &draft) { askForSegment(draft, dialog); });
    dialog->open();
}

void LifecyclePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    emit segmentsWanted();
}

void LifecyclePage::showSegments()
{
    emit segmentsWanted();
    auto *dialog = new SegmentsDialog(display(), currentTab()->analysis(), m_segments,
                                      m_segmentSource, this);
    connect(dialog, &SegmentsDialog::segmentsEdited, this, &LifecyclePage::segmentsEdited);
    connect(dialog, &SegmentsDialog::contactsRequested, this, &LifecyclePage::showContacts);
    dialog->open();
}

void LifecyclePage::askForSegment(const Segments::Draft &draft, QWidget *parent)
{
    auto *dialog = new SegmentDialog(display(), draft, m_segments, parent);
    connect(dialog, &SegmentDialog::saveRequested, this, &Page::segmentRequested);
    dialog->open();
}

void LifecyclePage::setDealSource(DealSource source)
{
    m_handOffs->setDealSource(std::move(source));
}

void LifecyclePage::setMeddicNotes(const Lifecycle::MeddicNotes &notes)
{
    m_handOffs->setMeddicNotes(notes);
}

QString LifecyclePage::title() const { return tr("Lifecycle"); }

void LifecyclePage::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    for (LifecycleTab *tab : std::as_const(m_tabs))
        tab->setAnalysis(analysis);
}

void LifecyclePage::setBusy(bool busy)
{
    for (LifecycleTab *tab : std::as_const(m_tabs))
        tab->setBusy(busy);
}

QWidget *LifecyclePage::inspector() { return currentTab()->inspector(); }

LifecycleTab *LifecyclePage::currentTab() const { return m_tabs[m_bar->currentIndex()]; }

void LifecyclePage::showTab(int index) { m_bar->setCurrentIndex(index); }

void LifecyclePage::retranslate()
{
    m_segmentsButton->setText(tr("Saved segments"));
    m_bar->setAccessibleName(tr("Parts of the lifecycle screen"));
    for (int i = 0; i < m_tabs.size(); ++i) {
        m_tabs[i]->retranslate();
        m_bar->setTabText(i, m_tabs[i]->title());
    }
}
