#pragma once

#include "models/import/importplan.h"
#include "ui/widgets/card.h"

#include <optional>

class QGridLayout;

/// How the file is read, in a few lines beside its columns, with the way back to change it.
class ImportFormatCard final : public Card
{
    Q_OBJECT

public:
    explicit ImportFormatCard(Display &display, QWidget *parent = nullptr);

    void setPlan(const Import::ImportPlan &plan);

signals:
    void changeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void renew();
    void addLine(const QString &title, const QString &text, std::optional<double> confidence = {});

    std::optional<Import::ImportPlan> m_plan;
    Button *m_change = nullptr;
    QWidget *m_lines = nullptr;
    QGridLayout *m_grid = nullptr;
};
