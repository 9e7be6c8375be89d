#pragma once

#include <QUndoCommand>

#include <functional>
#include <utility>

/// A change that a job makes and another takes back: both only start the work, which reports errors
/// itself.
class JobCommand final : public QUndoCommand
{
public:
    using Start = std::function<void()>;

    JobCommand(const QString &text, Start apply, Start revert)
        : QUndoCommand(text)
        , m_apply(std::move(apply))
        , m_revert(std::move(revert))
    {
    }

    void redo() override { m_apply(); }
    void undo() override { m_revert(); }

private:
    Start m_apply;
    Start m_revert;
};
