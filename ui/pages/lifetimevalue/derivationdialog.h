#pragma once

#include "models/clv/derivation.h"
#include "models/insights/analysis.h"
#include "ui/dialogs/dialog.h"

class QTableWidget;
class TextLabel;

/// "How was this computed": one figure with its meaning, formula, parameters, the customer's own
/// times, and the orders it rests on.
class DerivationDialog final : public Dialog
{
    Q_OBJECT

public:
    struct Subject
    {
        Clv::Figure figure = Clv::Figure::MeanValue;
        Insights::AnalysisPtr analysis;
        std::shared_ptr<const Clv::ClvResult> result; ///< none: the analysis' own
        std::size_t position = 0;                     ///< of the customer in the result's columns
        QString customer;                             ///< name; empty for figures of all customers
    };

    DerivationDialog(Display &display, Subject subject, QWidget *parent);

    [[nodiscard]] const Clv::Derivation &derivation() const { return m_derivation; }

protected:
    void retranslate() override;

private:
    void fillInputs();
    void fillRows();
    [[nodiscard]] QTableWidget *makeTable(const char *name, int columns);

    Subject m_subject;
    Clv::Derivation m_derivation;
    TextLabel *m_customer;
    TextLabel *m_result;
    TextLabel *m_meaning;
    TextLabel *m_formula;
    TextLabel *m_source;
    TextLabel *m_inputsTitle;
    QTableWidget *m_inputs;
    TextLabel *m_rowsTitle;
    QTableWidget *m_rows;
    TextLabel *m_note;
};
