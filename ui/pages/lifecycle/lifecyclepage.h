#pragma once

#include "ui/pages/page.h"

#include <QList>

class LifecycleTab;
class QStackedWidget;
class QTabBar;

/// The lifecycle of the customers, one reading a tab: the funnel first.
class LifecyclePage final : public Page
{
    Q_OBJECT

public:
    explicit LifecyclePage(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setAnalysis(const Insights::AnalysisPtr &analysis) override;
    void setBusy(bool busy) override;
    [[nodiscard]] QWidget *inspector() override;

    [[nodiscard]] const QList<LifecycleTab *> &tabs() const { return m_tabs; }
    [[nodiscard]] LifecycleTab *currentTab() const;
    void showTab(int index);

protected:
    void retranslate() override;

private:
    void addTab(LifecycleTab *tab);

    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QList<LifecycleTab *> m_tabs;
};
