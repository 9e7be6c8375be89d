#pragma once

#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/contactsdialog.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/pages/lifecycle/lifecycletab.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QToolButton>

/// The lifecycle screen over the small sample, for the tests of its tabs.
namespace LifecycleFixture {

/// The sample over the time in which its customers began.
inline Insights::AnalysisPtr analysisOfTwoYears()
{
    auto analysis = std::make_shared<Insights::Analysis>(*Sample::analysis());
    analysis->query.filter.period = {QDate(2023, 6, 1), QDate(2025, 6, 30)};
    return analysis;
}

/// The lifecycle page alone, in a window.
struct Shown
{
    Display display;
    LifecyclePage page{display};
    explicit Shown(Language language = Language::English)
    {
        display.setLanguage(language);
        PageFixture::dress(display);
        page.setAnalysis(analysisOfTwoYears());
    }
    [[nodiscard]] bool open(const QString &tab)
    {
        if (!PageFixture::show(page))
            return false;
        for (int i = 0; i < page.tabs().size(); ++i) {
            if (page.tabs()[i]->title() == tab)
                page.showTab(i);
        }
        return QTest::qWaitFor([this] { return !page.currentTab()->isComputing(); })
               && page.currentTab()->title() == tab;
    }
    [[nodiscard]] bool openAt(int tab)
    {
        if (!PageFixture::show(page))
            return false;
        page.showTab(tab);
        return settle();
    }
    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] { return !page.currentTab()->isComputing(); });
    }
    /// A workspace with one segment: the customers at odd positions.
    void keepOdd()
    {
        page.setSegmentSource([](const Segments::Segment &, const Customers::SnapshotPtr &snapshot,
                                 const Progress &) -> Result<Segments::Mask> {
            Segments::Mask mask(snapshot->customers(), 0);
            for (std::size_t i = 1; i < mask.size(); i += 2)
                mask[i] = 1;
            return mask;
        });
        Segments::Segment odd;
        odd.name = QStringLiteral("Odd");
        odd.customers = QStringList();
        page.setSegments({odd});
    }
    /// How many customers the open dialog lists, once it has found them; −1: none is open.
    [[nodiscard]] int listed()
    {
        const auto *dialog = page.findChild<ContactsDialog *>();
        if (!dialog || !QTest::qWaitFor([dialog] { return !dialog->isComputing(); }))
            return -1;
        return dialog->findChild<ContactList *>()->model()->rowCount();
    }
    template <typename T>
    T *find(const QString &name = {})
    {
        return page.currentTab()->findChild<T *>(name);
    }
    template <typename T>
    T *inspected(const QString &name)
    {
        return page.inspector()->findChild<T *>(name);
    }
    void choose(const QString &control, int segment)
    {
        find<SegmentedControl>(control)->findChildren<QToolButton *>()[segment]->click();
    }
};

} // namespace LifecycleFixture
