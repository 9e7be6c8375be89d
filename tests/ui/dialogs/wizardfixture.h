#pragma once

#include "tests/ui/shell/windowfixture.h"

#include "ui/dialogs/importwizard.h"
#include "ui/widgets/button.h"

/// The window with what tests of the import share: files to import and the way through the wizard.
class WizardFixture final : public WindowFixture
{
public:
    /// Writes a file into the fixture's folder and returns its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }
    /// Forty customers with a purchase each month, and three rows that cannot be read.
    [[nodiscard]] static QByteArray orders()
    {
        QByteArray text("customer_id,time,amount\n");
        for (int month = 1; month <= 12; ++month) {
            for (int customer = 0; customer < 40; ++customer) {
                if ((customer + month) % (2 + customer % 3) == 0)
                    text += "C" + QByteArray::number(customer) + ",2024-" + QByteArray::number(month).rightJustified(2, '0')
                        + "-15," + QByteArray::number(100 + customer) + ".50\n";
            }
        }
        return text + "C1,2024-02-31,10\n,2024-03-01,10\nC2,2024-03-02,ten\n";
    }
    /// The wizard with \a files, when it has looked at the first; null: it could not read it.
    [[nodiscard]] ImportWizard *startWizard(const QStringList &files)
    {
        window().actions()[QLatin1StringView("data.import")]->trigger();
        ImportWizard *wizard = controller->importWizard();
        if (!wizard)
            return nullptr;
        wizard->addFiles(files);
        const bool planned = QTest::qWaitFor([&] { return wizard->plan().has_value(); }, 30'000);
        return planned ? wizard : nullptr;
    }
    [[nodiscard]] ImportWizard *startWizard(const QString &name, const QByteArray &content)
    {
        return startWizard({write(name, content)});
    }
    /// Presses the button that leads to the next step, so many times.
    static void advance(ImportWizard &wizard, int steps = 1)
    {
        for (int step = 0; step < steps; ++step)
            QTest::mouseClick(wizard.findChild<Button *>(QStringLiteral("nextButton")), Qt::LeftButton);
    }
    /// The first of \a files through all steps.
    [[nodiscard]] bool importAll(const QStringList &files)
    {
        ImportWizard *wizard = startWizard(files);
        if (!wizard)
            return false;
        QSignalSpy ended(&session(), &Session::importEnded);
        advance(*wizard, 4);
        const bool done = ended.wait(60'000) && settle();
        advance(*wizard);
        return done;
    }
};
