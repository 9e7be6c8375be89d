#pragma once

#include "models/core/result.h"

#include <QString>

/// A program that was killed while it wrote leaves a rollback journal beside the workspace, which a
/// reader alone cannot apply. Takes the unfinished change back, so that the file is as it was before;
/// leaves a journal alone whose writer is at work, or where nothing can be written.
Result<void> takeBackUnfinishedChange(const QString &workspaceFile);
