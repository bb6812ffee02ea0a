import { jobChart } from './job-lanes.js';
import type { LifeChart } from './lane.js';
import { podChart } from './pod-lanes.js';
import type { ToldLife } from './told-life.js';

/** The picture of a life. */
export function lifeChart(life: ToldLife): LifeChart {
  return life.of === 'job' ? jobChart(life) : podChart(life);
}
