#include "ui/dialogs/question.h"

#include "ui/dialogs/dialog.h"
#include "ui/style/display.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

void ask(Display &display, QWidget *parent, const Question &question, std::function<void()> accepted)
{
    auto *dialog = new Dialog(display, parent);
    dialog->setObjectName(QStringLiteral("question"));
    dialog->setHeading(question.title);
    auto *text = new TextLabel(display, Theme::TextRole::Body, "text2", dialog);
    text->setText(question.text);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    dialog->body()->addWidget(text);
    dialog->setButtons(question.accept, question.reject);
    dialog->setAccessibleDescription(question.text);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(accepted));
    dialog->open();
}
