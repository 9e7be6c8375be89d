#pragma once

#include <QWidget>

class InspectorPanel;
class QStackedWidget;

/// The screen beside the inspector. In a narrow window the inspector covers the screen instead of
/// squeezing it.
class ContentArea final : public QWidget
{
    Q_OBJECT

public:
    ContentArea(QStackedWidget *pages, InspectorPanel *inspector, QWidget *parent = nullptr);

    void setInspectorOpen(bool open);
    [[nodiscard]] bool isInspectorOpen() const { return m_open; }
    void setCovering(bool covering);
    [[nodiscard]] bool isCovering() const { return m_covering; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();

    QStackedWidget *m_pages;
    InspectorPanel *m_inspector;
    bool m_open = false;
    bool m_covering = false;
};
