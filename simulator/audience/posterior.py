"""Gaussian arithmetic of a fit: a step towards the data, what is known afterwards, draws from it."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from simulator.audience.philox import Luck
from simulator.audience.quantile import Floats

RIDGE = 1e-6
"""Added to the variances of log sums, so that figures that always agree do not divide by nothing."""
Z80, Z95 = NormalDist().inv_cdf(0.90), NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Posterior:
    """What is known of the parameters: a normal distribution on the log scale."""

    mean: Floats
    covariance: Floats

    @property
    def sd(self) -> Floats:
        return np.sqrt(np.diag(self.covariance))

    def draws(self, many: int, seed: int) -> Floats:
        """Points of the distribution, shape (many, parameters), by address."""
        size = len(self.mean)
        values, vectors = np.linalg.eigh(self.covariance)
        root = vectors * np.sqrt(np.clip(values, 0.0, None))
        return np.asarray(self.mean + np.stack([normals(seed, number, size) @ root.T for number in range(many)]))


def normals(seed: int, number: int, size: int) -> Floats:
    """Standard normal numbers of one address."""
    uniforms, _ = Luck(seed, number).pairs(0, np.arange(size), 0)
    return np.array([NormalDist().inv_cdf(float(u)) for u in uniforms])


def precision(jacobian: Floats, noise: Floats, prior_sd: Floats) -> Floats:
    """How much is known: J' V^-1 J of the data, and the prior's."""
    return np.asarray(jacobian.T @ np.linalg.solve(_solid(noise), jacobian) + np.diag(prior_sd**-2.0))


def step(x: Floats, residual: Floats, jacobian: Floats, noise: Floats, prior_sd: Floats) -> Floats:
    """From ``x`` to the most probable point, were the log sums linear in it.

    With a weak prior and as many sums as parameters this is J^-1 residual, the step of simulated moments.
    """
    pull = jacobian.T @ np.linalg.solve(_solid(noise), residual) - x / prior_sd**2
    return np.asarray(np.linalg.solve(precision(jacobian, noise, prior_sd), pull))


def covariance(jacobian: Floats, noise: Floats, prior_sd: Floats) -> Floats:
    return np.asarray(np.linalg.inv(precision(jacobian, noise, prior_sd)))


def _solid(noise: Floats) -> Floats:
    return noise + RIDGE * np.eye(len(noise))
