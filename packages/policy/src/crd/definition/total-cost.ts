import type { FieldPath } from '@podlint/field-path';
import { says } from './messages.js';
import type { Report } from './report.js';

/** What all rules of a schema may cost by estimate (StaticEstimatedCRDCostLimit). */
const costLimit = 100_000_000;
const mostNamed = 4;

interface RuleCost {
  readonly path: FieldPath;
  readonly cost: number;
}

/** Adds up the estimates of a schema's rules, and keeps the largest. */
export class TotalCost {
  private total = 0;
  private readonly large: RuleCost[] = [];

  add(path: FieldPath, cost: number): void {
    this.total += cost;
    if (cost >= costLimit / 100) this.large.push({ path, cost });
  }

  report(path: FieldPath, report: Report): void {
    if (this.total <= costLimit) return;
    const largest = this.large.toSorted((a, b) => b.cost - a.cost).slice(0, mostNamed);
    for (const rule of largest) report('FieldValueForbidden', rule.path, says['adds-to-cost']());
    report('FieldValueForbidden', path, says['total-cost']({ factor: (this.total / costLimit).toFixed(1) }));
  }
}
