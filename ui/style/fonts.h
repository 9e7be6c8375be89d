#pragma once

/// Registers the bundled fonts (both families, four weights) with the application. Call once, after
/// the application object exists; further calls do nothing. False when a font could not be read.
bool loadFonts();
