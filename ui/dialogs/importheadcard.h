#pragma once

#include "models/import/headcheck.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;

/// What would become of the first rows of the file, while its columns are mapped.
class ImportHeadCard final : public Card
{
    Q_OBJECT

public:
    explicit ImportHeadCard(Display &display, QWidget *parent = nullptr);

    /// Empty: the rows are being looked at.
    void setCheck(const std::optional<Import::HeadCheck> &check);
    /// The rows could not be read: the sentence that says why.
    void setProblem(const Error &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QLabel *icon = nullptr;
        TextLabel *text = nullptr;
    };
    [[nodiscard]] Line addLine(const char *token, const char *name);
    void renew();
    void showLine(const Line &line, const QString &icon, const char *token, const QString &text);

    std::optional<Import::HeadCheck> m_check;
    std::optional<Error> m_problem;
    Line m_ready;
    Line m_rejected;
    Line m_leftOut;
    Button *m_show = nullptr;
    TextLabel *m_reasons = nullptr;
    TextLabel *m_note = nullptr;
};
