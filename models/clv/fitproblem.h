#pragma once

#include <QString>

namespace Clv {

/// Why a fit is not to be believed as it stands.
enum class FitProblem {
    None,
    NotConverged,  ///< no maximum was found within the iterations
    NotIdentified, ///< the likelihood keeps rising, or is flat, along some direction of the
                   ///< parameters
    Cancelled
};

/// The same as a sentence in the language of now; empty where there is nothing to say. Results keep
/// the code, so that what is shown follows a change of the language at once.
[[nodiscard]] QString problemText(FitProblem problem);

} // namespace Clv
