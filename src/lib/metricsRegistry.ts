import { Registry } from 'prom-client'

/** What is measured in this process, for Prometheus; `GET /api/metrics` answers it. */
export const registry = new Registry()

/** The buckets of histograms of durations, in seconds. */
export const durations = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
