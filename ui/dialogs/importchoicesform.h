#pragma once

#include "models/import/importplan.h"
#include "models/import/tablecheck.h"

#include <QWidget>

#include <optional>

class Display;
class QVBoxLayout;

/// What an import does with rows that are known, with the rows of one order, with cancelled and
/// returned orders and with other currencies: visible choices, those that the file needs.
class ImportChoicesForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportChoicesForm(Display &display, QWidget *parent = nullptr);

    void setPlan(const Import::ImportPlan &plan);
    /// The currencies in the file, for their rates; found by the check of the table.
    void setReport(const std::optional<Import::TableReport> &report);
    void setWorkspaceCurrency(const QString &code);
    /// What Tab leaves before it comes to the first field, however often the fields are made anew.
    void setTabPredecessor(QWidget *before);

signals:
    void edited(const Import::ImportPlan &plan);

protected:
    void changeEvent(QEvent *event) override;

private:
    void renew();
    void chainFields();
    void addMode();
    void addIdentity();
    void addPhoneCountry();
    void addOrderRows();
    void addStatuses();
    void addRates();
    void addTitle(const QString &text);
    [[nodiscard]] QStringList otherCurrencies() const;

    Display &m_display;
    std::optional<Import::ImportPlan> m_plan;
    std::optional<Import::TableReport> m_report;
    QString m_workspaceCurrency;
    QVBoxLayout *m_layout;
    QWidget *m_body = nullptr;
    QWidget *m_before = nullptr;
    QVBoxLayout *m_rows = nullptr;
};
