#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

/// Runs the built program and keeps what it said.
struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray error;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

inline Run runProgram(const QStringList &arguments, int timeoutSeconds = 240)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
        environment.remove(QString::fromLatin1(name)); // a command must work where no session is
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(QEEMA_PROGRAM), arguments);
    if (!process.waitForFinished(timeoutSeconds * 1000))
        return {-1, process.readAllStandardOutput(), "timed out"};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
