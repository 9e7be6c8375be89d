#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace Numerics {

/// A small dense matrix of doubles, stored by rows.
class Matrix
{
public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns)
        : m_rows(rows), m_columns(columns), m_values(rows * columns)
    {}
    static Matrix identity(std::size_t size);

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    double &operator()(std::size_t row, std::size_t column)
    {
        return m_values[row * m_columns + column];
    }
    double operator()(std::size_t row, std::size_t column) const
    {
        return m_values[row * m_columns + column];
    }

    [[nodiscard]] std::vector<double> times(std::span<const double> vector) const;

private:
    std::size_t m_rows = 0;
    std::size_t m_columns = 0;
    std::vector<double> m_values;
};

/// Lower triangular L with L Lᵀ = \a matrix, or nothing where it is not positive definite.
[[nodiscard]] std::optional<Matrix> cholesky(const Matrix &matrix);
/// Inverse of a symmetric positive definite matrix, or nothing.
[[nodiscard]] std::optional<Matrix> inversePositiveDefinite(const Matrix &matrix);
/// Solves A x = b by elimination with row pivots, or nothing where A is singular.
[[nodiscard]] std::optional<std::vector<double>> solve(Matrix a, std::vector<double> b);

/// Eigenvalues, ascending, and eigenvectors (columns) of a symmetric matrix, by Jacobi rotations.
struct SymmetricEigen
{
    std::vector<double> values;
    Matrix vectors;
};
[[nodiscard]] SymmetricEigen symmetricEigen(Matrix matrix);

} // namespace Numerics
