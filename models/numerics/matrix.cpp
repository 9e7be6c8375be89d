#include "models/numerics/matrix.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Numerics {

Matrix Matrix::identity(std::size_t size)
{
    Matrix result(size, size);
    for (std::size_t i = 0; i < size; ++i)
        result(i, i) = 1;
    return result;
}

std::vector<double> Matrix::times(std::span<const double> vector) const
{
    std::vector<double> result(m_rows, 0.0);
    for (std::size_t i = 0; i < m_rows; ++i) {
        for (std::size_t j = 0; j < m_columns; ++j)
            result[i] += (*this)(i, j) * vector[j];
    }
    return result;
}

std::optional<Matrix> cholesky(const Matrix &matrix)
{
    const std::size_t n = matrix.rows();
    Matrix lower(n, n);
    for (std::size_t j = 0; j < n; ++j) {
        double diagonal = matrix(j, j);
        for (std::size_t k = 0; k < j; ++k)
            diagonal -= lower(j, k) * lower(j, k);
        if (!(diagonal > 0) || !std::isfinite(diagonal))
            return std::nullopt;
        lower(j, j) = std::sqrt(diagonal);
        for (std::size_t i = j + 1; i < n; ++i) {
            double sum = matrix(i, j);
            for (std::size_t k = 0; k < j; ++k)
                sum -= lower(i, k) * lower(j, k);
            lower(i, j) = sum / lower(j, j);
        }
    }
    return lower;
}

std::optional<Matrix> inversePositiveDefinite(const Matrix &matrix)
{
    const std::optional<Matrix> lower = cholesky(matrix);
    if (!lower)
        return std::nullopt;
    const std::size_t n = matrix.rows();
    Matrix result(n, n);
    for (std::size_t column = 0; column < n; ++column) {
        std::vector<double> x(n, 0.0);
        x[column] = 1;
        for (std::size_t i = 0; i < n; ++i) { // L y = e
            for (std::size_t k = 0; k < i; ++k)
                x[i] -= (*lower)(i, k) * x[k];
            x[i] /= (*lower)(i, i);
        }
        for (std::size_t i = n; i-- > 0;) { // Lᵀ x = y
            for (std::size_t k = i + 1; k < n; ++k)
                x[i] -= (*lower)(k, i) * x[k];
            x[i] /= (*lower)(i, i);
        }
        for (std::size_t i = 0; i < n; ++i)
            result(i, column) = x[i];
    }
    return result;
}

std::optional<std::vector<double>> solve(Matrix a, std::vector<double> b)
{
    const std::size_t n = a.rows();
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < n; ++row) {
            if (std::abs(a(row, column)) > std::abs(a(pivot, column)))
                pivot = row;
        }
        if (!(std::abs(a(pivot, column)) > 0))
            return std::nullopt;
        if (pivot != column) {
            for (std::size_t k = 0; k < n; ++k)
                std::swap(a(pivot, k), a(column, k));
            std::swap(b[pivot], b[column]);
        }
        for (std::size_t row = column + 1; row < n; ++row) {
            const double factor = a(row, column) / a(column, column);
            for (std::size_t k = column; k < n; ++k)
                a(row, k) -= factor * a(column, k);
            b[row] -= factor * b[column];
        }
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a(i, k) * b[k];
        b[i] /= a(i, i);
    }
    return b;
}

SymmetricEigen symmetricEigen(Matrix matrix)
{
    const std::size_t n = matrix.rows();
    Matrix vectors = Matrix::identity(n);
    for (int sweep = 0; sweep < 60; ++sweep) {
        double off = 0;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = i + 1; j < n; ++j)
                off += matrix(i, j) * matrix(i, j);
        }
        if (!(off > 1e-300))
            break;
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                if (matrix(p, q) == 0)
                    continue;
                const double theta = (matrix(q, q) - matrix(p, p)) / (2 * matrix(p, q));
                const double t =
                    (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
                const double c = 1 / std::sqrt(t * t + 1);
                const double s = t * c;
                for (std::size_t k = 0; k < n; ++k) {
                    const double kp = matrix(k, p);
                    const double kq = matrix(k, q);
                    matrix(k, p) = c * kp - s * kq;
                    matrix(k, q) = s * kp + c * kq;
                }
                for (std::size_t k = 0; k < n; ++k) {
                    const double pk = matrix(p, k);
                    const double qk = matrix(q, k);
                    matrix(p, k) = c * pk - s * qk;
                    matrix(q, k) = s * pk + c * qk;
                    const double vp = vectors(k, p);
                    const double vq = vectors(k, q);
                    vectors(k, p) = c * vp - s * vq;
                    vectors(k, q) = s * vp + c * vq;
                }
            }
        }
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&matrix](std::size_t a, std::size_t b) { return matrix(a, a) < matrix(b, b); });
    SymmetricEigen result{std::vector<double>(n), Matrix(n, n)};
    for (std::size_t j = 0; j < n; ++j) {
        result.values[j] = matrix(order[j], order[j]);
        for (std::size_t k = 0; k < n; ++k)
            result.vectors(k, j) = vectors(k, order[j]);
    }
    return result;
}

} // namespace Numerics
