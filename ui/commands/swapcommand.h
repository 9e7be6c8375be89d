#pragma once

#include <QUndoCommand>

#include <functional>
#include <utility>

/// A change of a whole value (settings, lifecycle, filter) that undo swaps back. Near changes of
/// the same kind merge; one that ends where it began marks itself obsolete.
template <typename T>
class SwapCommand final : public QUndoCommand
{
public:
    using Apply = std::function<void(const T &)>;

    /// \a mergeId: commands with the same id merge; −1: never.
    SwapCommand(const QString &text, T before, T after, Apply apply, int mergeId = -1)
        : QUndoCommand(text)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_apply(std::move(apply))
        , m_mergeId(mergeId)
    {
    }

    void redo() override { m_apply(m_after); }
    void undo() override { m_apply(m_before); }
    [[nodiscard]] int id() const override { return m_mergeId; }

    bool mergeWith(const QUndoCommand *other) override
    {
        m_after = static_cast<const SwapCommand *>(other)->m_after;
        if (m_after == m_before)
            setObsolete(true);
        return true;
    }

private:
    T m_before;
    T m_after;
    Apply m_apply;
    int m_mergeId;
};
