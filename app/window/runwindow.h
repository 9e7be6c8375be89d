#pragma once

/// Opens the window: `qeema [WORKSPACE.qeema]` or `qeema --demo`. Returns the exit code.
int runWindow(int &argc, char **argv);
