#pragma once

#include "ui/pages/cardgrid.h"
#include "ui/pages/page.h"

#include <QList>

#include <utility>

class Card;
class KpiCard;

/// What the pages of one analysis share: a twelve-column grid of cards in a scroll area, the empty
/// state in its place while there is nothing to show, dimming while work is under way.
class AnalysisPage : public Page
{
    Q_OBJECT

public:
    AnalysisPage(Display &display, const QString &emptyIcon, QWidget *parent = nullptr);

    void setAnalysis(const Insights::AnalysisPtr &analysis) override;
    void setBusy(bool busy) override;
    [[nodiscard]] const Insights::AnalysisPtr &analysis() const { return m_analysis; }
    [[nodiscard]] bool showsEmptyState() const;

protected:
    static constexpr int columns = CardGrid::columns;

    /// Puts \a widget into the grid; its width follows the columns, not its content.
    void place(QWidget *widget, int row, int column, int span, int stretch = 0)
    {
        m_cards->place(widget, row, column, span, stretch);
    }
    /// Cards in \a widget and below are dimmed by setBusy().
    void retranslate() final;

    /// Every word that does not depend on numbers.
    virtual void renewTexts() = 0;
    /// Every number; called again when language, digits or theme change.
    virtual void showNumbers(const Insights::Analysis &analysis) = 0;
    [[nodiscard]] virtual bool canShow(const Insights::Analysis &analysis) const;
    /// Title and reason of the empty state.
    [[nodiscard]] virtual std::pair<QString, QString> emptyTexts() const = 0;
    [[nodiscard]] QWidget *content() const { return m_cards->content(); }

private:
    void renew();
    void renewEmpty();
    void showRightState();
    /// A contractual model was chosen, and there are no subscriptions (any more).
    [[nodiscard]] bool lacksSubscriptions() const;
    void valuePurchases();

    Insights::AnalysisPtr m_analysis;
    CardGrid *m_cards;
    bool m_busy = false;
};

/// "12,480 customers": \a text is tr("%n customer(s)", nullptr, n), whose plain number becomes the
/// format's.
[[nodiscard]] QString withCount(const QString &text, qint64 count, const NumberFormat &format);

/// An amount for a key figure: the number large, scale and currency small beside it.
struct SplitMoney
{
    QString value; ///< 48.67
    QString unit;  ///< SAR M
};
[[nodiscard]] SplitMoney splitMoney(double major, const QString &currencyCode,
                                    const NumberFormat &format);
