#pragma once

class QLabel;

/// Gives \a label as many lines as its text needs at \a width, and exactly that height. No layout asks
/// such a label for a height: one that did would give every card of a page its preferred height.
void wrapWithin(QLabel &label, int width);
