#pragma once

#include "models/clv/clvresult.h"
#include "models/workspace/settings.h"

#include <QWidget>

class Button;
class Display;
class InfoButton;
class QMenu;

/// How customers buy, which decides what models there are: at any time, at fixed opportunities, or
/// by subscription; for the latter two also the period. Says in plain words what that means.
class RelationPicker final : public QWidget
{
    Q_OBJECT

public:
    explicit RelationPicker(Display &display, QWidget *parent = nullptr);

    /// \a inUse: the model behind what is shown.
    void showRelation(const WorkspaceSettings &settings, Clv::Model inUse, bool hasSubscriptions);
    void renewTexts();

signals:
    void settingsEdited(const WorkspaceSettings &settings);

private:
    enum class Relation { AnyTime, Opportunities, Subscriptions };

    void openMenu();
    void addPeriods(QMenu &menu, Relation relation);
    void choose(Relation relation, PeriodUnit period);
    [[nodiscard]] Relation relation() const;
    [[nodiscard]] PeriodUnit period() const;
    [[nodiscard]] QString words(Relation relation, PeriodUnit period) const;

    Display &m_display;
    Button *m_button;
    InfoButton *m_info;
    WorkspaceSettings m_settings;
    Clv::Model m_inUse = Clv::Model::BgNbd;
    bool m_hasSubscriptions = false;
};
