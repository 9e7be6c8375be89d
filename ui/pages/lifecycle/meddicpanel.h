#pragma once

#include "models/lifecycle/meddic.h"
#include "models/lifecycle/meddicnotes.h"
#include "models/core/currency.h"

#include <QWidget>

#include <array>

class Card;
class CellTable;
class Display;
class QComboBox;
class QLineEdit;
class QTableView;
class TextLabel;

/// The open deals with what they lack, and the six elements of the chosen one: each score with the
/// evidence it rests on, imported or written here.
class MeddicPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MeddicPanel(Display &display, QWidget *parent = nullptr);

    /// \a deals without and \a view with the notes applied.
    void setData(const std::vector<Lifecycle::Deal> &deals, const Lifecycle::MeddicView &view,
                 const Lifecycle::MeddicNotes &notes, const Currency &currency);
    void renewTexts();
    [[nodiscard]] bool isEmpty() const { return m_view.openDeals.isEmpty(); }

signals:
    void dealActivated(const Lifecycle::Deal &deal);
    /// The workspace's notes from now on; \a deal: which they were changed for.
    void notesEdited(const Lifecycle::MeddicNotes &notes, const QString &deal);

private:
    struct ElementRow
    {
        TextLabel *name;
        QComboBox *score;
        QLineEdit *evidence;
    };

    void makeDeals();
    void makeElements();
    void showDeals();
    void showElements();
    void edit(int element);
    [[nodiscard]] const Lifecycle::Deal *chosen() const;
    /// Where an imported score comes from.
    [[nodiscard]] QString source(const Lifecycle::Deal &deal, int element) const;

    Display &m_display;
    std::vector<Lifecycle::Deal> m_deals;
    Lifecycle::MeddicView m_view;
    Lifecycle::MeddicNotes m_notes;
    Currency m_currency;
    bool m_filling = false;

    Card *m_dealCard;
    QLineEdit *m_search;
    CellTable *m_dealRows;
    QTableView *m_dealTable;
    Card *m_elementCard;
    QWidget *m_elementForm;
    std::array<ElementRow, Lifecycle::meddicElements> m_elements{};
    TextLabel *m_hint;
};
