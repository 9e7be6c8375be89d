// Segments of the lifetime value page: of who is chosen there, and of the customer in the inspector.

#include "ui/dialogs/segmentdialog.h"
#include "ui/pages/lifetimevalue/customerdrawer.h"
#include "ui/pages/lifetimevalue/lifetimevaluepage.h"
#include "ui/style/display.h"
#include "ui/style/segmentcolors.h"

#include <QMenu>

void LifetimeValuePage::connectDrawer()
{
    connect(m_drawer, &CustomerDrawer::derivationRequested, this, [this](Clv::Figure figure) {
        if (const std::optional<std::size_t> position = positionOf(m_drawer->customer()))
            explain(figure, *position);
    });
    connect(m_drawer, &CustomerDrawer::addToSegmentRequested, this, [this] {
        Segments::Draft draft;
        draft.customers = {m_drawer->customer()};
        draft.name = m_drawer->shownName();
        draft.madeFrom = draft.name;
        offerSegments(draft, m_drawer->addButton());
    });
    connect(m_drawer, &CustomerDrawer::copyRequested, this, [this] {
        if (const std::optional<std::size_t> position = positionOf(m_drawer->customer())) {
            m_customers->copyCustomer(*position);
            m_drawer->showCopied();
        }
    });
}

void LifetimeValuePage::showDrawerSegment()
{
    if (const std::optional<std::size_t> position = positionOf(m_drawer->customer())) {
        const CustomerValuesModel::SegmentMark mark = m_customers->segmentMark(*position);
        m_drawer->showSegment(mark.name, mark.color);
    }
}

void LifetimeValuePage::setSegments(const QList<Segments::Segment> &segments)
{
    m_segments = segments;
}

void LifetimeValuePage::reloadSegments() { m_customers->reloadSegments(); }

void LifetimeValuePage::askForSegment(const Segments::Draft &draft)
{
    auto *dialog = new SegmentDialog(display(), draft, m_segments, this);
    connect(dialog, &SegmentDialog::saveRequested, this, &Page::segmentRequested);
    dialog->open();
}

/// The lists that these customers can join, and a new one.
void LifetimeValuePage::offerSegments(const Segments::Draft &draft, QWidget *anchor)
{
    QStringList names;
    for (const Segments::Segment &segment : m_segments)
        names.append(segment.name);
    const QHash<QString, int> categories = segmentCategories(names);
    auto *menu = new QMenu(anchor);
    menu->setObjectName(QStringLiteral("segmentMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Segments::Segment &segment : m_segments) {
        if (!segment.isStatic())
            continue; // who is in it follows from its rule
        QPixmap mark(12, 12);
        mark.fill(display().theme().category(categories.value(segment.name)));
        QString name = display().isArabic() && !segment.nameArabic.isEmpty() ? segment.nameArabic
                                                                             : segment.name;
        name.replace(u'&', QStringLiteral("&&")); // no shortcut
        QAction *action = menu->addAction(QIcon(mark), NumberFormat::isolate(name));
        connect(action, &QAction::triggered, this, [this, draft, list = segment.name] {
            Segments::Draft joining = draft;
            joining.name = list;
            joining.joins = true;
            emit segmentRequested(joining);
        });
    }
    if (menu->isEmpty()) {
        menu->deleteLater();
        askForSegment(draft);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("New segment…")), &QAction::triggered, this,
            [this, draft] { askForSegment(draft); });
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

bool LifetimeValuePage::saveSelection() { return m_customers->saveSelection(); }
